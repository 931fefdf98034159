using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Prescriptions;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Asks for a patient under the document number first, as if that were the patient's identifier.</summary>
internal sealed class DocumentNumberInPath : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.Wrap<IPatientRegister>((inner, all) => new ByDocument(inner, all.GetRequiredService<OsiguHttp>()));

    private sealed class ByDocument(IPatientRegister inner, OsiguHttp http) : IPatientRegister
    {
        public async Task<PatientReference> ReferToAsync(Patient patient, CancellationToken cancel)
        {
            try
            {
                var found = await http.GetAsync<Patient>($"ehr/v1/patients/{Provider.Route.Segment(patient.DocumentNumber ?? "")}", cancel);
                return new PatientReference(found.PatientId);
            }
            catch (ProviderFault)
            {
                return await inner.ReferToAsync(patient, cancel);
            }
        }
    }
}
