using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about a secret that is being rotated.</summary>
[Binding]
public sealed class RotationSteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private static readonly GoodValue[] Places = [GoodValue.First, GoodValue.Middle, GoodValue.Last];

    [When("^the decision on each arrives with several signatures: the first, the middle or the last of them is good$")]
    public async Task WhenOneOfSeveralIsGood()
    {
        foreach (var (file, place) in scene.Cases.Zip(Places))
        {
            pending.Describe(file, "rotated");
            await pending.Approve(file, WebhookManner.Rotation(place));
        }
    }

    [When("^an event with several signatures arrives, of which none is good$")]
    public async Task WhenNoneOfSeveralIsGood()
    {
        var forged = pending.Approval(scene.Case);
        await receiver.Deliver(forged, WebhookManner.Rotation(GoodValue.None));
        await clinic.Effects(scene.Case, forged.EventId);
    }

    [Then("^the events with a good signature had their effect, and the other was answered 401$")]
    public void ThenAnyGoodOneCounts() => scene.Stage.Require<AnyGoodSignatureIsEnough>();
}
