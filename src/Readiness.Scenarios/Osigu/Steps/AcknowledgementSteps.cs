using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;
using Readiness.Sandbox.Faults;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about how fast events are acknowledged.</summary>
[Binding]
public sealed class AcknowledgementSteps(OsiguScene scene, Receiver receiver, Pending pending)
{
    [Given("^the provider's answers about it are held back$")]
    public void GivenHeldAnswers()
    {
        pending.Describe(scene.Case, "held-decision");
        OsiguScene.Run.Context.Faults.Plan(new PlannedFault
        {
            Operation = null,
            Stimulus = scene.Case.Stimulus,
            Times = int.MaxValue,
            Action = new FaultAction.Hold(new FaultAction.Hold.Gate()),
        });
    }

    [When(@"^(\d+) events arrive in a burst$")]
    public Task WhenABurstArrives(int events)
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, "burst");
        return Task.WhenAll(Enumerable.Range(0, events).Select(_ => receiver.Deliver(OsiguScene.Sandbox.Events.Canary() with { Stimulus = stimulus }, WebhookManner.First)));
    }

    [Then("^every event was acknowledged within 10 seconds$")]
    public void ThenInTime() => scene.Stage.Require<EventsAreAcknowledgedInTime>();
}
