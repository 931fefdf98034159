using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Prescriptions;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Describes the patient on the prescription itself instead of registering beforehand.</summary>
internal sealed class PatientInline : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<IPatientRegister, OnThePrescription>();

    private sealed class OnThePrescription : IPatientRegister
    {
        public Task<PatientReference> ReferToAsync(Patient patient, CancellationToken cancel) =>
            Task.FromResult(new PatientReference(null, patient));
    }
}
