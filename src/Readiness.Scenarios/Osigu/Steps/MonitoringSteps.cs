using System.Globalization;
using Readiness.Checks.Alerts;
using Readiness.Osigu;
using Readiness.Osigu.Checks.Monitoring;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Sandbox.Faults;
using Readiness.Scenarios.Osigu.Monitoring;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about alerts: what has to raise one, and what must not.</summary>
[Binding]
public sealed class MonitoringSteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending, AlertDesk desk)
{
    private const int LookUps = 3;

    // Sign, send and look take their time also where rules are evaluated at once.
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromSeconds(2);

    private IAsyncDisposable? looking;

    private static bool UsesLateDecisions => OsiguScene.Run.DeclaredAbsent("asynchronous") is null;

    [Given("^alerts can be seen, and none is left of what went wrong before$")]
    public async Task GivenQuiet()
    {
        looking = desk.See().Looking(OsiguScene.Run.Context.Cancellation);
        await desk.Quiet();
    }

    [When("^a decision never comes, events arrive that must be refused, and no token is to be had, until there is an alert of each$")]
    public async Task WhenAllGoesWrong()
    {
        // The request first: without a token there would be none.
        ITrouble[] troubles = [.. UsesLateDecisions ? (ITrouble[])[new StallTrouble(scene, clinic, receiver)] : [], new WebhookTrouble(receiver), new TokenTrouble(scene, clinic)];
        await Provoke(troubles, alone: false);
        foreach (var trouble in troubles.Where(trouble => desk.NeedsARoundOfItsOwn(trouble.Symptom)).ToArray())
        {
            // One alert for everything is right, and says what raised it only where nothing else goes wrong.
            await desk.Settle();
            await desk.Quiet();
            await Provoke([trouble], alone: true);
        }
    }

    [When("^the clinic works as usual, and one of its tokens is refused once$")]
    public async Task WhenAllIsWell()
    {
        if (AlertDesk.AnyShared)
        {
            await desk.Settle();
        }

        await WorkAsUsual();
        if (AlertsSince(OsiguScene.Recorder.Snapshot().NotesNamed(OsiguNotes.HealthyWorkBegan).Last().At))
        {
            // A latecomer of what went wrong before convicts nobody: only what comes again does.
            await desk.Quiet();
            await WorkAsUsual();
        }
    }

    [Then("^token failures have raised an alert$")]
    public void ThenTokenFailures() => scene.Stage.Require<TokenFailuresRaiseAnAlert>();

    [Then("^webhook errors have raised an alert$")]
    public void ThenWebhookErrors() => scene.Stage.Require<WebhookErrorsRaiseAnAlert>();

    [Then("^the missing decision has raised an alert$")]
    public void ThenStalls()
    {
        // Whoever has no asynchronous sponsor waits for nothing.
        if (UsesLateDecisions)
        {
            scene.Stage.Require<StallsRaiseAnAlert>();
        }
    }

    [Then("^no alert was raised$")]
    public void ThenNoAlert() => scene.Stage.Require<HealthyWorkRaisesNoAlert>();

    [AfterScenario(Order = 10)]
    public async Task StopLooking()
    {
        if (looking is not null)
        {
            await looking.DisposeAsync();
        }
    }

    private async Task Provoke(IReadOnlyList<ITrouble> troubles, bool alone)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(OsiguScene.Run.Context.Cancellation);
        List<(ITrouble Trouble, string Stimulus)> begun = [];
        List<Task> going = [];
        try
        {
            foreach (var trouble in troubles)
            {
                var stimulus = scene.Stage.NewStimulus();
                scene.Stage.Describe(stimulus, $"{trouble.Symptom}-provoked");
                OsiguScene.Recorder.Note(OsiguNotes.SymptomBegan, ("symptom", trouble.Symptom), ("stimulus", stimulus), ("alone", alone ? "true" : "false"));
                begun.Add((trouble, stimulus));
                await trouble.Begin(stimulus);
                going.Add(trouble.KeepUp(enough.Token));
            }

            await OsiguScene.Run.Context.Wait("an alert of each symptom", desk.Answered([.. troubles.Select(trouble => trouble.Symptom)]));
        }
        finally
        {
            await enough.CancelAsync();
            foreach (var (trouble, stimulus) in begun)
            {
                OsiguScene.Recorder.Note(OsiguNotes.SymptomEnded, ("symptom", trouble.Symptom), ("stimulus", stimulus));
                await trouble.End();
            }
        }
    }

    private async Task WorkAsUsual()
    {
        var stimulus = scene.Stage.NewStimulus();
        var watch = LongestDelay() * 1.2 is var measured && measured > ShortestWatch ? measured : ShortestWatch;
        OsiguScene.Recorder.Note(
            OsiguNotes.HealthyWorkBegan,
            ("stimulus", stimulus),
            ("watch", watch.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)),
            ("waiting", OsiguScene.Sandbox.Decisions.Waiting.ToString(CultureInfo.InvariantCulture)));
        for (var lookUp = 0; lookUp < LookUps; lookUp++)
        {
            var file = scene.Open(OsiguScene.Synchronous);
            scene.Stage.Describe(file.Stimulus, "as-usual");
            if (lookUp == 0)
            {
                OsiguScene.Plan("search-beneficiary", file.Stimulus, new FaultAction.Status(401), times: 1);
            }

            await clinic.LookUp(file);
        }

        await receiver.Deliver(OsiguScene.Sandbox.Events.Canary(), WebhookManner.First);
        if (UsesLateDecisions)
        {
            var waits = await pending.Open();
            scene.Stage.Describe(waits.Stimulus, "decided-soon");
            await pending.Approve(waits);
        }

        await OsiguScene.Run.Context.Wait("alerts that must not come", OsiguScene.Recorder.WaitUntil(_ => false, watch, OsiguScene.Run.Context.Cancellation));
        OsiguScene.Recorder.Note(OsiguNotes.HealthyWorkEnded, ("stimulus", stimulus));
        await receiver.Deliver(OsiguScene.Sandbox.Events.Canary(), WebhookManner.First);
    }

    private static bool AlertsSince(TimeSpan moment) =>
        AlertHistory.Spells(OsiguScene.Recorder.Snapshot()).Any(spell => spell.IsRelevant && spell.SeenAt >= moment);

    /// <summary>How long an alert about errors took at most in this run. Stalls take longer by nature.</summary>
    private static TimeSpan LongestDelay()
    {
        var journal = OsiguScene.Recorder.Snapshot();
        var spells = AlertHistory.Spells(journal);
        return journal.NotesNamed(OsiguNotes.SymptomBegan).Where(note => note["symptom"] != SymptomNames.Stalls)
            .Select(note => spells.FirstOrDefault(spell => spell.SeenAt >= note.At && spell.MayMean(note["symptom"]!)) is { } raised ? raised.SeenAt - note.At : TimeSpan.Zero)
            .DefaultIfEmpty().Max();
    }
}
