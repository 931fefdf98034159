using System.Text.Json;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider.Prescriptions;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

internal sealed record PrescriptionOrder
{
    public Patient Patient { get; init; } = new();

    public JsonElement? Doctor { get; init; }

    public string DiagnosisCode { get; init; } = "";

    public IReadOnlyList<PrescribedMedication> Medications { get; init; } = [];

    public bool Consent { get; init; }
}

/// <summary><c>prescription.issue</c>: find or register the patient, then issue.</summary>
internal sealed class IssuePrescription(IPatientRegister patients, IPrescriptionApi api, PrescriptionBook book) : Operation<PrescriptionOrder>
{
    public const string Name = "prescription.issue";

    protected override async Task<Outcome> RunAsync(PrescriptionOrder input, CancellationToken cancel)
    {
        var patient = await patients.ReferToAsync(input.Patient, cancel);
        var issued = await api.IssueAsync(
            new NewPrescription
            {
                PatientId = patient.PatientId,
                Patient = patient.Described,
                DoctorId = DoctorId(input.Doctor),
                Doctor = input.Doctor,
                Diagnoses = [new Diagnosis(input.DiagnosisCode)],
                Medications = input.Medications,
            },
            cancel);
        book.Save(new StoredPrescription(issued.PrescriptionId, issued.PrescriptionCode, patient.PatientId));
        return Outcome.Success(new { issued.PrescriptionId, issued.PrescriptionCode });
    }

    private static string? DoctorId(JsonElement? doctor) =>
        doctor is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty("doctor_id", out var id) ? id.ToString() : null;
}
