using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about events that must be refused, and genuine ones that must not.</summary>
[Binding]
public sealed class ForgerySteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private readonly List<ProviderEvent> refused = [];
    private (ProviderEvent Decision, Delivery Delivery) early;

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
    public Task WhenForgeriesArrive() => Forge(WebhookManner.Forgeries);

    [When("^events with malformed signatures about that authorization arrive$")]
    public Task WhenMalformedSignaturesArrive() => Forge(WebhookManner.Malformed);

    [When("^the genuine decision arrives, the name of its signature's header in lower case$")]
    public async Task WhenTheDecisionArrivesInLowerCase()
    {
        await pending.Approve(scene.Case, WebhookManner.LowerCaseHeaderName);
        await AskForEffectsOfTheRefused();
    }

    [When("^a forged copy of the decision on the first arrives, and then the genuine one$")]
    public async Task WhenAForgedCopyComesFirst()
    {
        var file = scene.Cases[0];
        pending.Describe(file, "forged-before");
        var decision = pending.Approval(file);
        await receiver.Deliver(decision, WebhookManner.WrongSecret);
        await clinic.Effects(file, decision.EventId);
        early = (decision, await receiver.Deliver(decision, WebhookManner.First));
    }

    [When("^the genuine decision on the other arrives$")]
    public async Task WhenTheOtherIsDecided()
    {
        pending.Describe(scene.Cases[1], "not-forged");
        await pending.Approve(scene.Cases[1]);
        await pending.AwaitEffect(scene.Cases[0], early.Decision, early.Delivery);
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

    [Then("^every forged event was answered 401 and had no effect$")]
    public void ThenRefused() => scene.Stage.Require<ForgedEventsAreRefused>();

    [Then("^the forged copy was refused, and the genuine decision had its effect$")]
    public void ThenNotUsedUp() => scene.Stage.Require<ForgedCopyDoesNotUseUpTheEvent>();

    [Then("^only the events within 300 seconds were accepted$")]
    public void ThenTimely() => scene.Stage.Require<OnlyTimelySignaturesAreAccepted>();

    private async Task Forge(IEnumerable<WebhookManner> manners)
    {
        pending.Describe(scene.Case, "forged");
        foreach (var manner in manners)
        {
            var forged = pending.Approval(scene.Case);
            refused.Add(forged);
            await receiver.Deliver(forged, manner);
        }
    }

    private async Task AskForEffectsOfTheRefused()
    {
        foreach (var carried in refused)
        {
            await clinic.Effects(scene.Case, carried.EventId);
        }
    }
}
