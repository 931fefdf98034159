using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about the bytes that were signed, and others of the same meaning.</summary>
[Binding]
public sealed class RawBytesSteps(OsiguScene scene, Receiver receiver)
{
    // These change no value, so that whoever writes the body anew gets back what was signed.
    private static readonly BodyStyle[] Rewritings = [BodyStyle.OddSpacing, BodyStyle.TrailingLineFeed];

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

    [When("^events arrive whose JSON was written anew after it was signed, and an untouched one after them$")]
    public async Task WhenRewrittenJsonArrives()
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, "rewritten-json");
        foreach (var style in Rewritings)
        {
            await receiver.Deliver(OsiguScene.Sandbox.Events.Canary() with { Stimulus = stimulus }, WebhookManner.Rewritten(style));
        }

        await receiver.Deliver(OsiguScene.Sandbox.Events.Canary() with { Stimulus = stimulus }, WebhookManner.First);
    }

    [Then("^every one of them was accepted$")]
    public void ThenAccepted() => scene.Stage.Require<SignatureCoversTheRawBytes>();

    [Then("^the events that were written anew were answered 401$")]
    public void ThenRewrittenRefused() => scene.Stage.Require<OtherBytesOfTheSameMeaningAreRefused>();
}
