using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu;

/// <summary>One stimulus and what is known of it: the patient, the products, what came back.</summary>
public sealed record CaseFile
{
    public required string Stimulus { get; init; }

    /// <summary>Null for a person whom nobody knows.</summary>
    public Beneficiary? Patient { get; init; }

    /// <summary>What a clerk would type in for this person.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required string Sponsor { get; init; }

    public IReadOnlyList<Product> Products { get; init; } = [];

    /// <summary>For a prescription.</summary>
    public PatientFixture? Person { get; init; }

    /// <summary>A code that the patient brings along.</summary>
    public string? Code { get; init; }

    /// <summary>Passwords that the person reads out when asked.</summary>
    public IReadOnlyList<string> Passwords { get; set; } = [];

    /// <summary>What a device at the counter reads of the person, in Base64; null where there is no device.</summary>
    public string? BiometricSample { get; init; }

    /// <summary>What the integration's own search called the person; null before it found them.</summary>
    public string? BeneficiaryId { get; set; }

    /// <summary>What the integration calls the request; null before it answered.</summary>
    public string? RequestId { get; set; }

    /// <summary>What the integration calls the prescription; null before it answered.</summary>
    public string? PrescriptionId { get; set; }

    /// <summary>What the integration calls the batch; null before it answered.</summary>
    public string? SettlementId { get; set; }

    /// <summary>True where the order was answered as failed and named nothing, so that there is nothing to dispense.</summary>
    public bool CameToNothing { get; set; }
}
