using Readiness.Configuration;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu;

/// <summary>The names that a configuration may use with this profile.</summary>
internal static class OsiguVocabulary
{
    private static readonly string[] Verification = ["otp_codes", "biometric_sample"];

    /// <summary>What <c>sandbox.options</c> may say: the choices that the provider's documentation leaves open.</summary>
    public static IReadOnlyList<ConfigurationKey> Options { get; } =
    [
        .. OsiguOptions.Keys.Select(key => new ConfigurationKey
        {
            Path = key.Key,
            Kind = ConfigurationValueKind.Text,
            Default = key.Default,
            Meaning = key.Meaning,
        }),
    ];

    /// <summary>What a harness asks for, and what a clerk knows when asked; <c>docs/driver.md</c> tells the same in words.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Operations { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["beneficiary.search"] = ["sponsor_slug", "fields"],
        ["authorization.request"] =
        [
            "beneficiary", "beneficiary_id", "sponsor_slug", "diagnosis_code", "products", "indication", "professional_license_number",
            "service_type_code", "authorization_type", "provider_branch_id", .. Verification,
        ],
        ["authorization.status"] = ["authorization_request_id"],
        ["dispensation.dispense"] = ["authorization_request_id", "prescription_id", "code", "beneficiary_id", "beneficiary", .. Verification],
        ["prescription.issue"] = ["patient", "doctor", "diagnosis_code", "medications", "consent", .. Verification],
        ["claim.submit"] = ["sponsor_slug", "beneficiary", "beneficiary_id", "diagnosis_code", "line_items", .. Verification],
        ["settlement.dispatch"] = ["sponsor_slug", "period", .. Verification],
        ["settlement.status"] = ["settlement_id"],
        ["effects.count"] = ["event_id"],
        ["state.resync"] = [],
    };
}
