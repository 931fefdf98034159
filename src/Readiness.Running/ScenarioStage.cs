using System.Globalization;
using Readiness.Checks;
using Readiness.Recording;
using Readiness.Running.Progress;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>Where one scenario plays: it notes what begins and ends, mints its stimuli, and asks for judgement.</summary>
public sealed class ScenarioStage
{
    private readonly RunContext context;
    private readonly RunJudge judge;
    private int stimuli;

    internal ScenarioStage(RunContext context, RunJudge judge, ChecklistScenario info, string id)
    {
        this.context = context;
        this.judge = judge;
        StartedAt = context.Recorder.Now;
        Info = info;
        Id = id;
        context.Recorder.Note(
            NoteNames.ScenarioStarted,
            ("scenario", id),
            ("item", info.Item.Value),
            ("title", info.Title),
            ("core", info.Core ? "true" : "false"),
            ("chapter", info.Chapter),
            ("description", info.Description));
    }

    /// <summary>Its name in the journal.</summary>
    public string Id { get; }

    public ChecklistScenario Info { get; }

    /// <summary>Time in the run at which it began.</summary>
    public TimeSpan StartedAt { get; }

    /// <summary>Notes that a Gherkin step begins.</summary>
    public void Step(string text) => context.Recorder.Note(NoteNames.Step, ("scenario", Id), ("step", text));

    /// <summary>Mints the name of a new stimulus. Its fixtures are minted for that name, then <see cref="Describe"/> puts it into the journal.</summary>
    public string NewStimulus() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{++stimuli}");

    /// <summary>Notes a stimulus, what it is for, and what a check has to know of it.</summary>
    public void Describe(string stimulus, string purpose, params IEnumerable<(string Key, string? Value)> data) =>
        context.Recorder.Note(NoteNames.Stimulus, [("stimulus", stimulus), ("scenario", Id), ("purpose", purpose), .. data]);

    /// <summary>Asks for a check. Its verdict is provisional; at the end of the run it judges again.</summary>
    /// <exception cref="ItemFailedException">It fails already.</exception>
    /// <exception cref="InvalidOperationException">The scenario's tag is not the check's item.</exception>
    public void Require<TCheck>()
        where TCheck : ICheck, new()
    {
        context.Recorder.Note(NoteNames.CheckRequired, ("scenario", Id), ("check", new TCheck().Name));
        var findings = judge.Provisional(context.Recorder.Snapshot(), Id)
            .Select(pair => pair.Judgement).OfType<Judgement.Failed>().SelectMany(failed => failed.Findings).ToArray();
        if (findings.Length > 0)
        {
            throw new ItemFailedException(string.Join("\n", findings.Select(finding => $"expected {finding.Expected}\nsaw {finding.Saw}\nnext {finding.Next}")));
        }
    }

    internal void End(string ended, string? reason) =>
        context.Recorder.Note(NoteNames.ScenarioEnded, ("scenario", Id), ("ended", ended), ("reason", reason));
}
