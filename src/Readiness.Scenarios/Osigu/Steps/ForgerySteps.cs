using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about events that must be refused, and genuine ones that must not.</summary>
[Binding]
public sealed class ForgerySteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private readonly List<ProviderEvent> refused = [];

    [Given("^an authorization that waits for the sponsor$")]
    public Task GivenAWaitingAuthorization() => pending.Open();

    [When("^a genuine event arrives$")]
    public Task WhenAGenuineEventArrives()
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, "liveness");
        return receiver.Deliver(OsiguScene.Sandbox.Events.Canary() with { Stimulus = stimulus }, WebhookManner.First);
    }

    [When("^forged events about that authorization arrive$")]
    public async Task WhenForgeriesArrive()
    {
        pending.Describe(scene.Case, "forged");
        foreach (var manner in WebhookManner.Forgeries)
        {
            var forged = pending.Approval(scene.Case);
            refused.Add(forged);
            await receiver.Deliver(forged, manner);
        }
    }

    [When("^the genuine decision arrives$")]
    public async Task WhenTheDecisionArrives()
    {
        await pending.Approve(scene.Case);
        await AskForEffectsOfTheRefused();
        OsiguScene.Run.Context.Faults.Clear();
    }

    [When(@"^an event signed (\d+) seconds (ago|ahead) arrives$")]
    public async Task WhenSignedAtAnotherTime(int seconds, string direction)
    {
        pending.Describe(scene.Case, "timely");
        var offset = TimeSpan.FromSeconds(direction == "ago" ? -seconds : seconds);
        var manner = WebhookManner.SignedAt(offset);
        var carried = pending.Approval(scene.Case);
        var message = await receiver.Deliver(carried, manner, Receiver.Skew);
        if (!manner.Genuine)
        {
            refused.Add(carried);
        }
        else if (message.Acknowledged)
        {
            await AskForEffectsOfTheRefused();
        }
    }

    [When("^genuine events in unusual but valid JSON arrive$")]
    public async Task WhenUnusualJsonArrives()
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, "unusual-json");
        foreach (var style in Enum.GetValues<BodyStyle>())
        {
            await receiver.Deliver(OsiguScene.Sandbox.Events.Canary() with { Stimulus = stimulus }, style);
        }
    }

    [Then("^every forged event was answered 401 and had no effect$")]
    public void ThenRefused() => scene.Stage.Require<ForgedEventsAreRefused>();

    [Then("^only the events within 300 seconds were accepted$")]
    public void ThenTimely() => scene.Stage.Require<OnlyTimelySignaturesAreAccepted>();

    [Then("^every one of them was accepted$")]
    public void ThenAccepted() => scene.Stage.Require<SignatureCoversTheRawBytes>();

    private async Task AskForEffectsOfTheRefused()
    {
        foreach (var carried in refused)
        {
            await clinic.Effects(scene.Case, carried.EventId);
        }
    }
}
