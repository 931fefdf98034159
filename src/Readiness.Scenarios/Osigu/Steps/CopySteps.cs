using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about what is a copy of an event, and what only resembles one.</summary>
[Binding]
public sealed class CopySteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private static readonly WebhookManner Stale = WebhookManner.SignedAt(TimeSpan.FromSeconds(-360));

    private ProviderEvent? decision;

    [When("^the decision arrives, a copy of it that was signed 360 seconds ago, and a fresh copy$")]
    public async Task WhenAStaleCopyArrives()
    {
        pending.Describe(scene.Case, "copied-late");
        decision = await pending.Approve(scene.Case);
        await receiver.Deliver(decision, Stale, Receiver.Skew);
        await receiver.Deliver(decision, WebhookManner.Again);
    }

    [When("^the sponsor withdraws that authorization$")]
    public async Task WhenWithdrawn()
    {
        var withdrawal = pending.Withdrawal(scene.Case);
        await pending.AwaitEffect(scene.Case, withdrawal, await receiver.Deliver(withdrawal, WebhookManner.First));
        await clinic.Effects(scene.Case, decision!.EventId);
        await clinic.AuthorizationStatus(scene.Case);
    }

    [Then("^the stale copy had no second effect$")]
    public void ThenNoSecondEffect() => scene.Stage.Require<StaleCopyHasNoSecondEffect>();

    [Then("^the withdrawal was not taken for a copy$")]
    public void ThenNotTakenForACopy() => scene.Stage.Require<AnotherEventIsNotTakenForACopy>();
}
