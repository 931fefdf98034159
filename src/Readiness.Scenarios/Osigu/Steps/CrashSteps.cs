using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;
using Readiness.Running;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about an integration that dies with work it has taken over.</summary>
[Binding]
public sealed class CrashSteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private const string Decision = "approved";

    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(45);

    // The check measures from the note of the restart, which came before the step that waits.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private ProviderEvent? accepted;
    private bool died;

    [When("^the decision on the first arrives, and the integration dies as soon as it has accepted it$")]
    public async Task WhenItDies()
    {
        if (OsiguScene.Run.Integration.NoRestart is { } reason)
        {
            throw new NotExercisedException($"the integration was not restarted: {reason}");
        }

        var file = scene.Cases[0];
        pending.Describe(file, "accepted-then-died");
        await OsiguScene.Session.Events.Idle();

        // Reads tell of the decision here: who asks the provider after a start is right as well.
        accepted = OsiguScene.Sandbox.Events.AuthorizationCreated(OsiguScene.Sandbox.Decisions.DecideQuietly(file.Stimulus)[0]);
        var delivery = await receiver.Deliver(accepted, WebhookManner.First);
        if (delivery.Acknowledged)
        {
            await DuplicateSteps.Restart();
            died = true;
        }
    }

    [When("^it has been started again, and another decision arrives$")]
    public async Task WhenAnotherArrives()
    {
        if (!died)
        {
            return;
        }

        var began = OsiguScene.Recorder.Now;
        await clinic.AwaitTrace(scene.Cases[0], accepted!.EventId, Decision, FirstLook);
        pending.Describe(scene.Cases[1], "after-the-death");
        await pending.Approve(scene.Cases[1]);
        if (!await Shown())
        {
            // A queue may give the work of a dead process to another one only after minutes.
            OsiguScene.Run.AtTheEnd(async () =>
            {
                await clinic.AwaitTrace(scene.Cases[0], accepted.EventId, Decision, began + AcceptedEventOutlivesACrash.Limit + Margin - OsiguScene.Recorder.Now);
                await Shown();
            });
        }
    }

    [Then("^what it had accepted has its effect, once$")]
    public void ThenNotLost() => scene.Stage.Require<AcceptedEventOutlivesACrash>();

    private async Task<bool> Shown()
    {
        await clinic.AuthorizationStatus(scene.Cases[0]);
        return await clinic.Effects(scene.Cases[0], accepted!.EventId) is not 0;
    }
}
