using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Sandbox.Faults;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about events that arrive in another order than things happened.</summary>
[Binding]
public sealed class OrderSteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private static readonly TimeSpan StateLimit = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan CompletionLimit = TimeSpan.FromSeconds(30);

    // Whoever works on one request at a time answers the event after the completion: that must fit into the ten seconds of a delivery.
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(3);

    // The provider's own state is looked at, not the integration's.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    [When("^the sponsor approves the first, withdraws it, and the two events arrive in reverse order$")]
    public async Task WhenEventsArriveInReverse()
    {
        var file = scene.Cases[0];
        pending.Describe(file, "out-of-order");
        var approval = pending.Approval(file, OsiguScene.Clock.GetUtcNow() - Between);
        await receiver.Deliver(pending.Withdrawal(file), WebhookManner.First);
        await receiver.Deliver(approval, WebhookManner.First);
    }

    [When("^the decision on the second arrives after them$")]
    public async Task WhenAFurtherEventArrives()
    {
        pending.Describe(scene.Cases[1], "after-the-disorder");
        var further = await pending.Approve(scene.Cases[1]);
        await clinic.Effects(scene.Cases[1], further.EventId);
        await clinic.AwaitDecision(scene.Cases[0], "voided", StateLimit);
    }

    [Given("^a patient of an asynchronous sponsor$")]
    public void GivenAPatient()
    {
        var file = scene.Open(OsiguScene.Asynchronous);
        OsiguScene.Sandbox.Decisions.Hold(file.Stimulus);
        OsiguScene.Session.Events.Keep(file.Stimulus);
    }

    [When("^the clinic requests an authorization, and the sponsor's decision arrives before the provider's answer$")]
    public async Task WhenTheDecisionOvertakesTheAnswer()
    {
        var file = scene.Case;
        pending.Describe(file, "overtaken");
        var gate = new FaultAction.Hold.Gate();
        OsiguScene.Plan("complete-authorization", file.Stimulus, new FaultAction.Hold(gate, CommitsFirst: true));
        var request = clinic.RequestAuthorization(file);
        if (!await IsCommitted(file, request))
        {
            gate.Open();
            await request;
            throw new NotExercisedException("the request was not completed, so that no decision could overtake the answer");
        }

        var delivery = receiver.Deliver(pending.Approval(file), WebhookManner.First);
        await Task.WhenAny(delivery, Task.Delay(LongestHold, OsiguScene.Clock, OsiguScene.Run.Context.Cancellation));
        gate.Open();
        await delivery;
        await request;
        await clinic.AwaitDecision(file, "approved", StateLimit);
    }

    [Then("^the request ended as voided$")]
    public void ThenVoided() => scene.Stage.Require<LaterDecisionStands>();

    [Then("^the request ended as approved$")]
    public void ThenApproved() => scene.Stage.Require<EarlyDecisionStands>();

    /// <summary>Waits until the provider has taken the completion in, whose answer it holds.</summary>
    private static async Task<bool> IsCommitted(CaseFile file, Task request)
    {
        var began = OsiguScene.Recorder.Now;
        while (!Waits(file) && !request.IsCompleted && OsiguScene.Recorder.Now - began < CompletionLimit)
        {
            await Task.Delay(Glance, OsiguScene.Clock, OsiguScene.Run.Context.Cancellation);
        }

        return Waits(file);
    }

    private static bool Waits(CaseFile file) =>
        OsiguScene.Sandbox.Decisions.Requests(file.Stimulus).Any(request => request.Status == RequestStatus.PendingSponsor);
}
