using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Prescriptions;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>Who a prescription is for: a patient whom the provider knows, or one described on the prescription itself.</summary>
internal sealed record PatientReference(string? PatientId, Patient? Described = null);

internal interface IPatientRegister
{
    Task<PatientReference> ReferToAsync(Patient patient, CancellationToken cancel);
}

/// <summary>Looks first and registers only whom it did not find.</summary>
internal sealed class PatientRegister(IPrescriptionApi api) : IPatientRegister
{
    public async Task<PatientReference> ReferToAsync(Patient patient, CancellationToken cancel)
    {
        if (patient.PatientId is { } known)
        {
            return new PatientReference(known);
        }

        var number = patient.DocumentNumber ?? "";
        if (await api.FindPatientAsync(number, cancel) is { } found)
        {
            return new PatientReference(found.PatientId);
        }

        try
        {
            return new PatientReference((await api.CreatePatientAsync(patient, cancel)).PatientId);
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.Conflict)
        {
            // Somebody else registered this patient between the look and the registration.
            if (await api.FindPatientAsync(number, cancel) is { } registered)
            {
                return new PatientReference(registered.PatientId);
            }

            throw;
        }
    }
}
