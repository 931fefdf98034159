using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Provider.Prescriptions;

/// <summary>Patients and electronic prescriptions.</summary>
internal interface IPrescriptionApi
{
    Task<Patient?> FindPatientAsync(string documentNumber, CancellationToken cancel);

    /// <exception cref="ProviderFault"><see cref="FaultKind.Conflict"/>: a patient with this document exists.</exception>
    Task<Patient> CreatePatientAsync(Patient patient, CancellationToken cancel);

    /// <summary>Nothing tells later whether a lost one was issued, so it is not repeated blindly.</summary>
    Task<IssuedPrescription> IssueAsync(NewPrescription prescription, CancellationToken cancel);
}

internal sealed class PrescriptionApi(OsiguHttp http, SettledWrite settled) : IPrescriptionApi
{
    public async Task<Patient?> FindPatientAsync(string documentNumber, CancellationToken cancel)
    {
        var page = await http.GetAsync<PageOf<Patient>>($"ehr/v1/patients?document_number={Route.Segment(documentNumber)}", cancel);
        return page.Content.FirstOrDefault(patient => patient.DocumentNumber == documentNumber);
    }

    public Task<Patient> CreatePatientAsync(Patient patient, CancellationToken cancel) =>
        settled.SendAsync<Patient>(
            () => http.PostAsync<Patient>("ehr/v1/patients", patient, Repeat.OnlyIfNotProcessed, cancel),
            () => FindPatientAsync(patient.DocumentNumber ?? "", cancel));

    public Task<IssuedPrescription> IssueAsync(NewPrescription prescription, CancellationToken cancel) =>
        http.PostAsync<IssuedPrescription>("ehr/v1/prescriptions", prescription, Repeat.OnlyIfNotProcessed, cancel);
}
