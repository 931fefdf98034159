using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about events that belong to another environment.</summary>
[Binding]
public sealed class EventEnvironmentSteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private string foreign = "";

    [When("^a well-signed decision on the first arrives as an event of production$")]
    public async Task WhenAnEventOfProductionArrives()
    {
        pending.Describe(scene.Cases[0], "other-environment");
        var decision = OsiguScene.Sandbox.Events.FromProduction(pending.Approval(scene.Cases[0]));
        foreign = decision.EventId;
        await clinic.AuthorizationStatus(scene.Cases[0]);
        await receiver.Deliver(decision, WebhookManner.OtherEnvironment);
    }

    [When("^the decision on the second arrives as an event of the sandbox$")]
    public async Task WhenAnEventOfTheSandboxArrives()
    {
        pending.Describe(scene.Cases[1], "own-environment");
        await pending.Approve(scene.Cases[1]);
        await clinic.Effects(scene.Cases[0], foreign);
        await clinic.AuthorizationStatus(scene.Cases[0]);
    }

    [Then("^the event of production had no effect$")]
    public void ThenNoEffect() => scene.Stage.Require<OtherEnvironmentHasNoEffect>();
}
