using System.Globalization;
using Readiness.Checklist;
using Readiness.Monitoring;
using Readiness.Recording;
using Readiness.Running.Profiles;
using Readiness.Running.Progress;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>One certification: begun with everything in place, fed with scenarios one after another, ended with a result.</summary>
public sealed class CertificationRun : IAsyncDisposable
{
    private readonly RunServices services;
    private readonly IRunProgress progress;
    private readonly RunJudge judge;
    private readonly Closing closing;
    private readonly Recovery recovery;
    private readonly List<string> completed = [];
    private readonly Dictionary<ItemId, Verdict> told = [];
    private ScenarioStage? stage;
    private ChecklistItem? underWay;
    private int scenarios;
    private Exception? failure;
    private RunCause? contradiction;

    internal CertificationRun(RunServices services, IProviderProfile profile, IRunProgress progress)
    {
        this.services = services;
        this.progress = progress;
        Profile = profile;
        judge = new RunJudge(profile.Checklist, profile.Checks);
        closing = new Closing(services.Context, services.Session, services.Integration, judge, progress);
        recovery = new Recovery(services.Context, services.Session, services.Integration, progress);
    }

    public IProviderProfile Profile { get; }

    public RunContext Context => services.Context;

    public RunFolder Folder => services.Folder;

    public IProfileSession Session => services.Session;

    public IntegrationUnderTest Integration => services.Integration;

    /// <summary>Brings new secrets to the integration.</summary>
    public SecretHandover Handover => services.Handover;

    /// <summary>Searches for secrets beside the run.</summary>
    public SecretSearch Search => services.Search;

    /// <summary>Where the integration's receiver is; null where it has none.</summary>
    public Uri? Receiver => services.Receiver;

    /// <summary>Sees the integration's alerts; null where the configuration declares no way.</summary>
    public AlertWatch? Alerts => services.Alerts;

    /// <summary>The second sandbox, which plays production; null where the configuration declares no way to run against it.</summary>
    public ProductionEnvironment? Production => services.Production;

    /// <summary>Where the sandbox is.</summary>
    public Uri SandboxUrl => services.SandboxUrl;

    /// <summary>True while the run may go on.</summary>
    public bool CanGoOn => !recovery.Hopeless && contradiction is null && !Context.Cancellation.IsCancellationRequested && HarnessFault is null;

    /// <summary>Why the run has to end before its last scenario; null while it may go on.</summary>
    public RunCause? Stopped => services.Stopping.Cause;

    private Exception? HarnessFault => failure ?? services.PlayingFault;

    /// <summary>Notes which scenarios the checklist has, before the first one begins, so that what does not run can be told from what does not exist.</summary>
    public void Expect(IEnumerable<PlannedScenario> scenarios)
    {
        foreach (var planned in scenarios)
        {
            if (planned.Taken && Profile.Checklist.Find(planned.Item)?.Proof == ProofClass.Inspect)
            {
                Search.Begin();
            }

            Context.Recorder.Note(
                NoteNames.ScenarioPlanned,
                ("item", planned.Item.Value),
                ("title", planned.Title),
                ("times", planned.Times.ToString(CultureInfo.InvariantCulture)),
                ("taken", planned.Taken ? "true" : "false"));
        }
    }

    /// <summary>Begins a scenario.</summary>
    /// <exception cref="NotExercisedException">The integration did not recover from the scenario before, or the item does not apply.</exception>
    public ScenarioStage Begin(ChecklistScenario info)
    {
        var item = Profile.Checklist.Find(info.Item)
            ?? throw new InvalidOperationException($"the scenario '{info.Title}' is tagged {info.Item}, which is no item of the checklist {Profile.Checklist.Profile}");
        if (underWay is not null && underWay.Id != item.Id)
        {
            Tell(underWay.Id);
        }

        underWay = item;
        progress.Began(item.Id.Value, info.Title);
        stage = new ScenarioStage(Context, judge, info, $"S{++scenarios}");
        if (recovery.NotRecoveredFrom is { } before)
        {
            throw new NotExercisedException($"the integration had not recovered from the scenario before: {before}");
        }

        return stage;
    }

    /// <summary>Why the item does not apply, as declared; null where it does, or where it needs no capability that is optional.</summary>
    public string? NotApplicable(ItemId item) =>
        Profile.Checklist.Find(item)?.Capability is { } capability ? DeclaredAbsent(capability) : null;

    /// <summary>The reason for which the partner does not use that capability; null where it does.</summary>
    public string? DeclaredAbsent(string capability) =>
        Context.Configuration.Capabilities.GetValueOrDefault(capability) is { Used: false } declared ? declared.Reason ?? "no reason given" : null;

    /// <summary>Ends the scenario, clears its faults, and waits until the integration works again.</summary>
    /// <param name="ended"><c>completed</c>, <c>not exercised</c> or <c>stopped</c>.</param>
    public async Task End(string ended, string? reason)
    {
        if (stage is null)
        {
            return;
        }

        var gone = await Gone();
        stage.End(gone is null ? ended : "not exercised", gone ?? reason);
        completed.Add(stage.Id);
        var title = stage.Info.Title;
        stage = null;
        try
        {
            contradiction ??= Declarations.Contradicted(Context.Recorder.Snapshot(), Profile.CapabilityUses);
            if (Stopped is null && contradiction is null)
            {
                await recovery.After(title);
            }
        }
        catch (OperationCanceledException) when (Stopped is not null)
        {
            // The run ends here, and its cause says so.
        }
    }

    /// <summary>Tells that the harness itself failed. The run ends with that cause, and no item is blamed.</summary>
    public void Failed(Exception fault) => failure ??= fault;

    /// <summary>Keeps work for the end of the run.</summary>
    public void AtTheEnd(Func<Task> work) => closing.Hold(work);

    /// <summary>Does now what was kept for the end, because what follows would destroy its ground.</summary>
    public Task ReleaseHeldWork() => closing.Release();

    /// <summary>Waits out the watches of all scenarios so far, because what follows would spoil them.</summary>
    public Task WatchToTheEnd() => closing.Watch(completed);

    /// <summary>Waits out the watches, judges the whole journal and closes it.</summary>
    /// <param name="fault">A fault of the harness that ended it; null where there was none.</param>
    /// <param name="keep">Leaves sandbox and integration up until this is disposed of; what they still do is not recorded.</param>
    public async Task<RunResult> Complete(RunCause? fault = null, bool keep = false)
    {
        if (underWay is not null)
        {
            Tell(underWay.Id);
        }

        var cause = Stopped ?? fault ?? contradiction ?? await Finish();
        if (cause == RunCause.Done && Declarations.Contradicted(Context.Recorder.Snapshot(), Profile.CapabilityUses) is { } late)
        {
            cause = late;
        }

        if (cause.Word != RunCause.Completed)
        {
            Context.Recorder.Note(NoteNames.RunStopped, ("cause", cause.Word), ("detail", cause.Detail));
        }

        await services.Noise.End();
        if (!keep)
        {
            await services.Stop();
        }

        EvidenceNotes.Collect(Context, Folder);
        Context.Recorder.Note(NoteNames.RunEnded);
        await Context.Recorder.DisposeAsync();
        var journal = Context.Recorder.Snapshot();
        var result = RunResults.From(journal, Profile, Folder.Id, services.Facts, cause);
        foreach (var item in result.Items.Where(item => told.TryGetValue(item.Item.Id, out var before) && before != item.Verdict))
        {
            progress.Changed(item);
        }

        return result;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<string?> Gone()
    {
        try
        {
            return await services.Integration.Gone();
        }
        catch (OperationCanceledException) when (Stopped is not null)
        {
            return null;
        }
    }

    private async Task<RunCause> Finish()
    {
        try
        {
            if (HarnessFault is null && !recovery.Hopeless)
            {
                await closing.Watch(completed);
            }
        }
        catch (OperationCanceledException) when (Stopped is { } cause)
        {
            return cause with { Detail = $"{cause.Detail}, while it waited for the last watches" };
        }

        return HarnessFault is { } fault
            ? new RunCause(RunCause.Harness, $"the harness failed: {fault.GetType().Name}: {fault.Message}", Verdicts.ExitCode.Harness)
            : recovery.Hopeless
                ? new RunCause(RunCause.Environment, $"the integration did not recover from: {recovery.NotRecoveredFrom}; no fault was planned any more, and no healthy operation succeeded: {recovery.Sight}. Mend what keeps it from working again, such as a token that is kept although it was refused", Verdicts.ExitCode.Environment)
                : RunCause.Done;
    }

    private static bool ComesAgain(ItemId item, Journal journal) =>
        journal.NotesNamed(NoteNames.ScenarioPlanned)
            .Where(note => note["item"] == item.Value && note["taken"] == "true")
            .Sum(note => int.Parse(note["times"] ?? "1", CultureInfo.InvariantCulture))
        > journal.NotesNamed(NoteNames.ScenarioStarted).Count(note => note["item"] == item.Value);

    private void Tell(ItemId item)
    {
        var journal = Context.Recorder.Snapshot();
        var result = judge.Judge(item, journal);
        if (result.Verdict != Verdict.Failed && ComesAgain(item, journal))
        {
            // More of its scenarios stand in a later chapter: what is told once need not be taken back.
            return;
        }

        var watching = result.Verdict != Verdict.Failed && result.Scenarios.SelectMany(scenario => judge.Provisional(journal, scenario.Id))
            .Any(pair => pair.Judgement is Checks.Judgement.Undecided);

        // A watch has no verdict yet, so that its item is told again in any case.
        told[item] = watching ? Verdict.NotRun : result.Verdict;
        progress.Judged(result, watching);
    }
}
