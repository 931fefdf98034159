using System.Text.Json;

namespace Readiness.Osigu.Sample.Provider.Prescriptions;

internal sealed record Patient
{
    public string? PatientId { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? DocumentType { get; init; }

    public string? DocumentNumber { get; init; }

    public string? DateOfBirth { get; init; }
}

internal sealed record NewPrescription
{
    /// <summary>A registered patient; without it, <see cref="Patient"/>.</summary>
    public string? PatientId { get; init; }

    public Patient? Patient { get; init; }

    public string? DoctorId { get; init; }

    public JsonElement? Doctor { get; init; }

    public required IReadOnlyList<Diagnosis> Diagnoses { get; init; }

    public required IReadOnlyList<PrescribedMedication> Medications { get; init; }
}

internal sealed record Diagnosis(string DiagnosisCode);

internal sealed record PrescribedMedication
{
    public required string ProductCode { get; init; }

    public decimal Quantity { get; init; }

    public string? Posology { get; init; }

    public int? DurationDays { get; init; }
}

internal sealed record IssuedPrescription
{
    public required string PrescriptionId { get; init; }

    /// <summary>What the patient takes to the counter.</summary>
    public required string PrescriptionCode { get; init; }

    public string? Version { get; init; }
}
