using Readiness.Osigu.Sandbox;
using Readiness.Recording;

namespace Readiness.Scenarios.Osigu.Monitoring;

/// <summary>A sponsor that has to decide never does.</summary>
internal sealed class StallTrouble(OsiguScene scene, Clinic clinic, Receiver receiver) : ITrouble
{
    private CaseFile? file;

    public string Symptom => SymptomNames.Stalls;

    public async Task Begin(string stimulus)
    {
        var patient = OsiguScene.Fixtures.MintBeneficiary(stimulus, OsiguScene.Asynchronous);
        file = scene.Add(new CaseFile
        {
            Stimulus = stimulus,
            Patient = patient,
            Fields = patient.Fields,
            Sponsor = OsiguScene.Asynchronous,
            Products = [OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Medication, ProductRule.Approve)],
        });
        OsiguScene.Sandbox.Decisions.Hold(stimulus);
        OsiguScene.Session.Events.Keep(stimulus);
        await clinic.RequestAuthorization(file);
    }

    public Task KeepUp(CancellationToken enough) => Task.CompletedTask;

    public async Task End()
    {
        OsiguScene.Sandbox.Decisions.Release(file!.Stimulus);
        foreach (var decision in OsiguScene.Session.Events.Kept(file.Stimulus))
        {
            await receiver.Deliver(decision, WebhookManner.First);
        }
    }
}
