using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about a delivery on which the receiver fails.</summary>
[Binding]
public sealed class FailedDeliverySteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private ProviderEvent? decision;
    private Delivery? delivery;

    [When("^the decision on the first arrives while the provider fails$")]
    public async Task WhenTheProviderFails()
    {
        var file = scene.Cases[0];
        pending.Describe(file, "failed-at-first");
        OsiguScene.Run.Context.Faults.Plan(new PlannedFault { Operation = null, Stimulus = file.Stimulus, Times = int.MaxValue, Action = new FaultAction.Status(503) });
        decision = pending.Approval(file);
        delivery = await receiver.Deliver(decision, WebhookManner.First);
    }

    [When("^the provider works again, and the decision on the second arrives$")]
    public async Task WhenTheProviderWorksAgain()
    {
        OsiguScene.Run.Context.Faults.Clear();
        pending.Describe(scene.Cases[1], "recovered");
        await pending.Approve(scene.Cases[1]);
    }

    [When("^the decision on the first arrives again, unless it was accepted$")]
    public async Task WhenItArrivesAgain()
    {
        if (!delivery!.Acknowledged)
        {
            delivery = await receiver.Deliver(decision!, WebhookManner.Again);
        }

        await pending.AwaitEffect(scene.Cases[0], decision!, delivery);
        await clinic.Effects(scene.Cases[0], decision!.EventId);
    }

    [Then("^the decision on the first had one effect$")]
    public void ThenNotLost() => scene.Stage.Require<FailedDeliveryIsNotLost>();
}
