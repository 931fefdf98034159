namespace Readiness.Configuration.Gating;

/// <summary>Every key that a policy of the gate may hold. The reader refuses all others; the schema for editors lists the same.</summary>
public static class GatePolicyKeys
{
    internal static readonly string[] Paces = ["documented", "compressed"];
    internal static readonly string[] Needs = ["required", "optional"];
    internal static readonly string[] Checklists = ["current", "any"];

    /// <summary>By the name of the definition in the schema; the file itself is <c>policy</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["policy"] = ["$schema", "pace", "strict", "maximumAgeDays", "artefact", "seal", "key", "checklist", "waivers", "attestations", "expectedFailures"],
        ["waiver"] = ["item", "maximumDays", "allowedBy", "note"],
        ["attestations"] = ["maximumDays", "demonstrations"],
        ["expectedFailure"] = ["item", "owner", "reason", "expires"],
    };
}
