using Readiness.Osigu.Checks.SandboxReset;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about a sandbox whose data is wiped.</summary>
[Binding]
public sealed class ResetSteps(OsiguScene scene, Clinic clinic, Receiver receiver)
{
    private const int Tries = 3;

    [Given("^a covered patient for whom an authorization was already requested$")]
    public async Task GivenAnEarlierRequest()
    {
        // What other scenarios still wait for would not survive the reset.
        await OsiguScene.Run.ReleaseHeldWork();
        var file = scene.Open(OsiguScene.Synchronous);
        scene.Stage.Describe(file.Stimulus, "wiped");
        await clinic.RequestAuthorization(file);
    }

    [When("^the provider wipes all data of the sandbox$")]
    public void WhenWiped()
    {
        OsiguScene.Sandbox.ResetData();
        OsiguScene.Recorder.Note(NoteNames.DataReset);
    }

    [When("^the clinic requests an authorization for that patient again$")]
    public async Task WhenRequestedAgain()
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var reply = await clinic.RequestAuthorization(scene.Case);
            if (reply.Outcome == Outcome.Succeeded)
            {
                return;
            }

            await clinic.Resync(scene.Case);
        }
    }

    [When("^an event about an unknown request arrives$")]
    public Task WhenAnUnknownEventArrives()
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, "unknown-request");
        return receiver.Deliver(OsiguScene.Sandbox.Events.ForUnknownRequest(stimulus), WebhookManner.First);
    }

    [Then("^the patient was looked up again and the request succeeded$")]
    public void ThenLookedUpAgain() => scene.Stage.Require<PatientIsLookedUpAgainAfterAReset>();

    [Then("^the receiver did not fail on it$")]
    public void ThenNotBroken() => scene.Stage.Require<UnknownEventDoesNotBreakTheReceiver>();
}
