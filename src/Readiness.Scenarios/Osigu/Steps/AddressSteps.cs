using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about the address at which the receiver is reached.</summary>
[Binding]
public sealed class AddressSteps(OsiguScene scene, Receiver receiver)
{
    [When("^an event arrives at the address that the integration subscribed$")]
    public Task WhenDeliveredToTheSubscribedAddress()
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, "subscribed-address");
        return receiver.DeliverToSubscribed(OsiguScene.Sandbox.Events.Canary() with { Stimulus = stimulus });
    }

    [Then("^no event was redirected, and no public address without https is subscribed$")]
    public void ThenDirect() => scene.Stage.Require<ReceiverIsReachedDirectly>();
}
