namespace Readiness.Osigu.Sample.Clinic;

/// <summary>What a clerk enters at the counter: one of the first three, and who the person is.</summary>
internal sealed record DispensingOrder
{
    public string? AuthorizationRequestId { get; init; }

    public string? PrescriptionId { get; init; }

    /// <summary>Brought by the person.</summary>
    public string? Code { get; init; }

    public string? BeneficiaryId { get; init; }

    public BeneficiaryInput? Beneficiary { get; init; }

    public IReadOnlyList<string> OtpCodes { get; init; } = [];

    public string? BiometricSample { get; init; }
}
