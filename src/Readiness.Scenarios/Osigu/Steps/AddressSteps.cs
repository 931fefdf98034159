using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about the address at which the receiver is reached.</summary>
[Binding]
public sealed class AddressSteps(OsiguScene scene, Receiver receiver)
{
    [When("^an event arrives at the address that the integration subscribed$")]
    public Task WhenDeliveredToTheSubscribedAddress()
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, ReceiverReach.SubscribedAddress);
        return receiver.DeliverToSubscribed(OsiguScene.Sandbox.Events.Canary() with { Stimulus = stimulus });
    }

    [Then("^no event was redirected, no public address without https is subscribed, and every certificate that counts is good$")]
    public void ThenDirect() => scene.Stage.Require<ReceiverIsReachedDirectly>();

    [Then("^an event was accepted over https, or a statement stands in$")]
    public void ThenShown()
    {
        if (ReceiverReach.NotShown(OsiguScene.Recorder.Snapshot()) is { } reason)
        {
            OsiguScene.Recorder.Note(NoteNames.NotShown, ("item", scene.Stage.Info.Item.Value), ("reason", reason));
        }
    }
}
