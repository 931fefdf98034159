using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Prescriptions;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Issues a prescription again when its answer got lost, as if the first had never arrived.</summary>
internal sealed class IssuesTheLostPrescriptionAgain : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IPrescriptionApi>((inner, _) => new Again(inner));

    private sealed class Again(IPrescriptionApi inner) : IPrescriptionApi
    {
        public Task<Patient?> FindPatientAsync(string documentNumber, CancellationToken cancel) => inner.FindPatientAsync(documentNumber, cancel);

        public Task<Patient> CreatePatientAsync(Patient patient, CancellationToken cancel) => inner.CreatePatientAsync(patient, cancel);

        public async Task<IssuedPrescription> IssueAsync(NewPrescription prescription, CancellationToken cancel)
        {
            try
            {
                return await inner.IssueAsync(prescription, cancel);
            }
            catch (ProviderFault fault) when (fault.Kind is FaultKind.OutcomeUnknown)
            {
                return await inner.IssueAsync(prescription, cancel);
            }
        }
    }
}
