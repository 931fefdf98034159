using System.Globalization;
using Readiness.Osigu.Checks.AsynchronousSponsor;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about sponsors that decide later.</summary>
[Binding]
public sealed class AsynchronousSteps(OsiguScene scene, Clinic clinic, Receiver receiver)
{
    private static readonly TimeSpan PickUpLimit = TimeSpan.FromSeconds(45);

    // The check measures from the provider's answer, which came before the step that waits.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    private TimeSpan lastCompleted;

    /// <summary>How long the silent sponsor is silent at least: past the time-outs that integrations give themselves.</summary>
    private static TimeSpan Silence => OsiguScene.Run.Context.ProviderWait(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(12));

    [Given("^2 patients of an asynchronous sponsor, of whom one will be approved and one rejected$")]
    public void GivenBothDecisions()
    {
        Open(ProductRule.Approve);
        Open(ProductRule.Reject("Not part of the plan"));
    }

    [Given("^a patient of an asynchronous sponsor that does not decide$")]
    public void GivenASilentSponsor()
    {
        Open(ProductRule.Approve);
        scene.Stage.Describe(scene.Case.Stimulus, "silent-sponsor", ("silence", Silence.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
        OsiguScene.Sandbox.Decisions.FreezeReads(scene.Case.Stimulus);
        OsiguScene.Session.Events.Keep(scene.Case.Stimulus);
        OsiguScene.Fixtures.Survives(scene.Case.Stimulus);
    }

    [When("^the clinic requests an authorization for each of them$")]
    public async Task WhenEachIsRequested()
    {
        foreach (var file in scene.Cases)
        {
            await clinic.RequestAuthorization(file);
        }

        lastCompleted = OsiguScene.Recorder.Now;
    }

    [When("^the sponsor decides$")]
    public async Task WhenDecided()
    {
        scene.Stage.Describe(scene.Cases[0].Stimulus, "approved-later");
        scene.Stage.Describe(scene.Cases[1].Stimulus, "rejected-later");
        await Decide();
        await OsiguScene.Session.Events.Idle();
    }

    [When("^the sponsor decides, and only the event says so$")]
    public async Task WhenOnlyTheEventSaysSo()
    {
        scene.Stage.Describe(scene.Cases[0].Stimulus, "picked-up-approval");
        scene.Stage.Describe(scene.Cases[1].Stimulus, "picked-up-rejection");
        foreach (var file in scene.Cases)
        {
            OsiguScene.Sandbox.Decisions.FreezeReads(file.Stimulus);
            OsiguScene.Session.Events.Keep(file.Stimulus);
        }

        await Decide();
        foreach (var file in scene.Cases)
        {
            await DeliverKept(file);
        }
    }

    [When("^the clinic is asked for the state of each request$")]
    public async Task WhenAskedForTheState()
    {
        await clinic.AwaitDecision(scene.Cases[0], "approved", PickUpLimit);
        await clinic.AwaitDecision(scene.Cases[1], "rejected", PickUpLimit);
    }

    [When("^the clinic tries to dispense it while it is pending$")]
    public async Task WhenDispensedWhilePending()
    {
        await clinic.Dispense(scene.Case);
        await clinic.AuthorizationStatus(scene.Case);
    }

    [When("^the sponsor stays silent until the end of the run, and then approves$")]
    public void WhenSilentUntilTheEnd()
    {
        var file = scene.Case;
        var since = OsiguScene.Recorder.Now;
        OsiguScene.Run.AtTheEnd(async () =>
        {
            await Wait("the silent sponsor", since + Silence + Margin - OsiguScene.Recorder.Now);
            await clinic.AuthorizationStatus(file);
            OsiguScene.Sandbox.Decisions.Release(file.Stimulus);
            await DeliverKept(file);
            await clinic.AwaitDecision(file, "approved", PickUpLimit);
            OsiguScene.Recorder.Note("decision released", ("stimulus", file.Stimulus));
        });
    }

    [Then("^both decisions were delivered to the integration and accepted$")]
    public void ThenDelivered() => scene.Stage.Require<BothDecisionsAreDelivered>();

    [Then("^the approval and the rejection were both picked up from the event$")]
    public void ThenPickedUp() => scene.Stage.Require<DecisionsArePickedUpFromTheEvent>();

    [Then("^the request was pending until the event arrived, and was approved then$")]
    public void ThenPendingUntilThen() => scene.Stage.Require<NothingIsDecidedWhileTheSponsorIsSilent>();

    private void Open(ProductRule rule)
    {
        var file = scene.Open(OsiguScene.Asynchronous, products: stimulus => [OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Medication, rule)]);
        OsiguScene.Sandbox.Decisions.Hold(file.Stimulus);
    }

    /// <summary>Lets the sponsor take its time, then decides both.</summary>
    private async Task Decide()
    {
        await Wait("the asynchronous sponsor to decide", lastCompleted + OsiguScene.Session.SponsorTakes - OsiguScene.Recorder.Now);
        foreach (var file in scene.Cases)
        {
            OsiguScene.Sandbox.Decisions.Release(file.Stimulus);
        }
    }

    private async Task DeliverKept(CaseFile file)
    {
        foreach (var decision in OsiguScene.Session.Events.Kept(file.Stimulus))
        {
            await receiver.Deliver(decision, WebhookManner.First);
        }
    }

    private static Task Wait(string what, TimeSpan left) =>
        left > TimeSpan.Zero ? OsiguScene.Run.Context.Wait(what, left) : Task.CompletedTask;
}
