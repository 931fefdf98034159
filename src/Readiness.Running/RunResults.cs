using System.Globalization;
using Readiness.Recording;
using Readiness.Running.Profiles;
using Readiness.Verdicts;
using Readiness.Verdicts.Behaviour;

namespace Readiness.Running;

/// <summary>Makes a run's result from its journal.</summary>
public static class RunResults
{
    public static RunResult From(Journal journal, IProviderProfile profile, string id, RunFacts facts, RunCause cause)
    {
        var checklist = profile.Checklist;
        var items = new RunJudge(checklist, profile.Checks).Judge(journal).Select(item => EvidenceNotes.AddTo(item, journal)).ToArray();
        var run = journal.Run ?? throw new InvalidOperationException("the journal has no first entry");
        var complete = cause.Word == RunCause.Completed;
        var selected = journal.NotesNamed(NoteNames.ScenarioPlanned).Any(note => note["taken"] == "false");
        var verdict = OverallVerdict.Of(items, rehearsal: run.Pace != "documented", facts.Strict, complete, selected);
        return new RunResult
        {
            Id = id,
            Profile = checklist.Profile,
            Provider = checklist.Provider,
            ChecklistVersion = checklist.Version,
            ChecklistDigest = checklist.Digest,
            HarnessVersion = facts.HarnessVersion,
            PackageSet = facts.PackageSet,
            Pace = run.Pace,
            Strict = facts.Strict,
            Selected = selected,
            Language = facts.Language,
            ValidUntil = (run.StartedAt + journal.End).UtcDateTime.AddMonths(facts.ValidMonths).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            StartedAt = run.StartedAt,
            Duration = journal.End,
            Place = facts.Place,
            Operator = facts.Operator,
            IntegrationName = facts.IntegrationName,
            IntegrationVersion = facts.IntegrationVersion,
            KillMatrix = facts.KillMatrix,
            Reached = facts.Reached,
            Artefact = facts.Artefact,
            Driven = facts.Driven,
            Issuer = facts.Issuer,
            Processes = run.Processes,
            Overall = verdict.Overall,
            Headline = complete ? verdict.Headline : $"{verdict.Headline}, {cause.Word}",
            Cause = cause.Word,
            CauseDetail = cause.Detail,
            ExitCode = cause.ExitCode ?? verdict.ExitCode,
            Policy = run.Settings.GetValueOrDefault("policy") is { Length: > 0 } policy ? policy : null,
            OfficialLines = checklist.OfficialLines,
            Request = checklist.Request,
            Items = items,
            NotJudged = checklist.NotJudged,
            Translations = checklist.Translations.Count > 0 ? checklist.Translations : null,
            Behaviour = new BehaviourMeter(journal, profile.Traffic).Measure(),
        };
    }
}
