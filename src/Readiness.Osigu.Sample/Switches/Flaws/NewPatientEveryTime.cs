using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Prescriptions;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Registers a patient for each prescription, and varies the document number until the provider takes it.</summary>
internal sealed class NewPatientEveryTime : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<IPatientRegister, AlwaysNew>();

    private sealed class AlwaysNew(IPrescriptionApi api) : IPatientRegister
    {
        public async Task<PatientReference> ReferToAsync(Patient patient, CancellationToken cancel)
        {
            for (var variation = 1; ; variation++)
            {
                try
                {
                    var number = variation == 1 ? patient.DocumentNumber : $"{patient.DocumentNumber}-{variation}";
                    return new PatientReference((await api.CreatePatientAsync(patient with { DocumentNumber = number }, cancel)).PatientId);
                }
                catch (ProviderFault fault) when (fault.Kind is FaultKind.Conflict && variation < 20)
                {
                    // Known already, so another number is made up.
                }
            }
        }
    }
}
