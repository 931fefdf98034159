using System.Security.Cryptography;
using System.Text.Json;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>What a clerk asks a sponsor to authorize.</summary>
internal sealed record AuthorizationOrder
{
    public BeneficiaryInput? Beneficiary { get; init; }

    public string? BeneficiaryId { get; init; }

    public string? SponsorSlug { get; init; }

    public string? DiagnosisCode { get; init; }

    public IReadOnlyList<OrderedProduct> Products { get; init; } = [];

    /// <summary>The text of the medical indication, if there is one.</summary>
    public string? Indication { get; init; }

    public string? ProfessionalLicenseNumber { get; init; }

    public string? ServiceTypeCode { get; init; }

    public string? AuthorizationType { get; init; }

    public string? ProviderBranchId { get; init; }

    public IReadOnlyList<string> OtpCodes { get; init; } = [];

    public string? BiometricSample { get; init; }

    public string? Sponsor => SponsorSlug ?? Beneficiary?.SponsorSlug;

    /// <summary>The same order has the same key, so that a request left open is continued and not made again.</summary>
    public static string KeyOf(Initiation order) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(order, Json.Wire)));
}
