using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about what a later version of the provider may send.</summary>
[Binding]
public sealed class UnknownEventSteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private string unknownType = "";

    [When("^an event of an unknown type about the first arrives$")]
    public async Task WhenAnUnknownTypeArrives()
    {
        pending.Describe(scene.Cases[0], "unknown-type");
        var unknown = OsiguScene.Sandbox.Events.OfUnknownType(pending.Decided(scene.Cases[0]));
        unknownType = unknown.EventId;
        await clinic.AuthorizationStatus(scene.Cases[0]);
        await receiver.Deliver(unknown, "unknown-type");
    }

    [When("^events arrive with unknown fields, without the provider's own id, and of a newer version$")]
    public async Task WhenUnknownFieldsArrive()
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, "unknown-fields");
        foreach (var (shape, manner) in ((FutureShape, string)[])[(FutureShape.ExtraFields, "extra-fields"), (FutureShape.NoProviderId, "no-provider-id"), (FutureShape.NewerApiVersion, "newer-version")])
        {
            await receiver.Deliver(OsiguScene.Sandbox.Events.FromTheFuture(OsiguScene.Sandbox.Events.Canary() with { Stimulus = stimulus }, shape), manner);
        }
    }

    [When("^the decision on the second arrives with unknown fields and without the provider's own id, and a plain one on the third$")]
    public async Task WhenADecisionHasUnknownFields()
    {
        pending.Describe(scene.Cases[1], "unknown-fields-decision");
        pending.Describe(scene.Cases[2], "after-the-unknown");
        var decision = OsiguScene.Sandbox.Events.FromTheFuture(pending.Approval(scene.Cases[1]), FutureShape.ExtraFields, FutureShape.NoProviderId);
        var delivery = await receiver.Deliver(decision, "decision-with-extra-fields");
        await pending.Approve(scene.Cases[2]);
        await pending.AwaitEffect(scene.Cases[1], decision, delivery);
        await clinic.Effects(scene.Cases[0], unknownType);
        await clinic.AuthorizationStatus(scene.Cases[0]);
    }

    [Then("^every event was accepted, the unknown type had no effect, and each decision had its own$")]
    public void ThenNoHarm() => scene.Stage.Require<UnknownTypesAndFieldsDoNoHarm>();
}
