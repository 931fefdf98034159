using System.Runtime.CompilerServices;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Verdicts;

/// <summary>Judges every item of a checklist from a journal. The same journal gives the same verdicts, in any process.</summary>
public sealed class RunJudge(ProviderChecklist checklist, IEnumerable<ICheck> checks)
{
    private readonly Dictionary<string, ICheck> checks = checks.ToDictionary(check => check.Name);
    private readonly ConditionalWeakTable<Journal, IReadOnlyList<ScenarioRecord>> records = [];

    /// <summary>Every item of the checklist, in its order.</summary>
    public IReadOnlyList<ItemResult> Judge(Journal journal) => [.. checklist.Items.Select(item => Judge(item, journal))];

    /// <summary>One item of the checklist.</summary>
    public ItemResult Judge(ItemId item, Journal journal) => Judge(checklist.Items.Single(candidate => candidate.Id == item), journal);

    /// <summary>What one scenario's checks say now. While the journal is open, an undecided check names the time it waits for.</summary>
    /// <exception cref="InvalidOperationException">A check belongs to another item than the scenario, or is not known.</exception>
    public IReadOnlyList<(ICheck Check, Judgement Judgement)> Provisional(Journal journal, string scenario)
    {
        var record = ScenariosIn(journal).Single(candidate => candidate.Id == scenario);
        return [.. record.Checks.Select(name => Find(name, record)).Select(check => (check, check.Judge(new ScenarioEvidence(journal, scenario))))];
    }

    private IReadOnlyList<ScenarioRecord> ScenariosIn(Journal journal) => records.GetValue(journal, ScenarioRecord.In);

    private ItemResult Judge(ChecklistItem item, Journal journal)
    {
        ScenarioResult[] scenarios = [.. ScenariosIn(journal).Where(record => record.Item == item.Id).Select(record => Judge(record, journal))];
        var result = Decide(item, journal, scenarios);
        return LeftOutScenarios.Heed(result with
        {
            Scenarios = result.Verdict switch
            {
                // A statement follows its item; beside it stands whatever its tripwire could not see.
                Verdict.Attested => [.. scenarios.Select(scenario => IsUnseen(scenario) ? scenario : scenario with { Verdict = Verdict.Attested, Reason = null })],
                // What does not apply is not driven, so its scenarios can only follow their item.
                Verdict.NotApplicable => [.. scenarios.Select(scenario => scenario with { Verdict = Verdict.NotApplicable, Reason = result.Summary })],
                _ => scenarios,
            },
            Findings = [.. scenarios.SelectMany(scenario => scenario.Checks).SelectMany(check => check.Findings)],
            Advice = [.. scenarios.SelectMany(scenario => scenario.Checks).SelectMany(check => check.Advice).Distinct()],
        }, journal);
    }

    private static ItemResult Decide(ChecklistItem item, Journal journal, IReadOnlyList<ScenarioResult> scenarios)
    {
        var failed = scenarios.Where(scenario => scenario.Verdict == Verdict.Failed).ToArray();
        if (failed.Length > 0)
        {
            var findings = failed.SelectMany(scenario => scenario.Checks).SelectMany(check => check.Findings);
            var summary = string.Join("; ", findings.Select(finding => finding.Saw).Take(2));
            return Waived(item, journal) is { } waiver
                ? new ItemResult { Item = item, Verdict = Verdict.Waived, Summary = summary, Waiver = waiver }
                : new ItemResult { Item = item, Verdict = Verdict.Failed, Summary = summary };
        }

        if (item.Level == Level.Planned)
        {
            return new ItemResult { Item = item, Verdict = Verdict.Planned, Summary = "not judged by this version" };
        }

        if (AbsentCapability(item, journal) is { } reason)
        {
            return new ItemResult { Item = item, Verdict = Verdict.NotApplicable, Summary = $"declared as not used: {reason}" };
        }

        var stated = item.Proof == ProofClass.Attest || (item.StatementMayStandIn && MayBeStated(item, journal, scenarios));
        return stated ? Attested(item, journal, scenarios) : WithStatement(Driven(item, scenarios), journal);
    }

    /// <summary>True where the configuration declares no way to show the item, or some of it, and all that it does declare was proven.</summary>
    private static bool MayBeStated(ChecklistItem item, Journal journal, IReadOnlyList<ScenarioResult> scenarios)
    {
        Note[] notShown = [.. journal.NotesNamed(NoteNames.NotShown).Where(note => note["item"] == item.Id.Value)];
        return notShown.Length > 0
            && (notShown.Any(note => note["scenario"] is null) || scenarios.All(scenario => !scenario.Core || scenario.Verdict == Verdict.Passed || notShown.Any(note => note["scenario"] == scenario.Id)));
    }

    /// <summary>What is proven passes only together with a statement of what no harness can see of it.</summary>
    private static ItemResult WithStatement(ItemResult driven, Journal journal) => (driven, StatementOf(driven.Item, journal)) switch
    {
        ({ Verdict: not Verdict.Passed } or { Item.LeftToState: null }, _) => driven,
        (_, null) => driven with
        {
            Verdict = Verdict.Inconclusive,
            Summary = $"nobody has stated {driven.Item.LeftToState}: declare attestations.{driven.Item.Id} with name, role, date and statement; proven: {driven.Summary}",
        },
        (_, { } attestation) => driven with { Attestation = attestation, Summary = $"{driven.Summary}; {driven.Item.LeftToState}: stated by {By(attestation)}" },
    };

    private static ItemResult Driven(ChecklistItem item, IReadOnlyList<ScenarioResult> scenarios)
    {
        string[] notProven = [.. NotProven(scenarios.Where(scenario => !scenario.Core && scenario.Verdict is Verdict.Inconclusive or Verdict.NotRun))];
        var cores = scenarios.Where(scenario => scenario.Core).ToArray();
        var open = cores.FirstOrDefault(scenario => scenario.Verdict != Verdict.Passed);
        return (cores.Length, open) switch
        {
            (0, _) => new ItemResult { Item = item, Verdict = Verdict.NotRun, Summary = "not run", NotProven = notProven },
            (_, null) => new ItemResult
            {
                Item = item,
                Verdict = Verdict.Passed,
                Summary = string.Join("; ", cores.SelectMany(core => core.Checks).Select(check => check.Saw).Distinct().Take(2)),
                NotProven = notProven,
            },
            _ => new ItemResult { Item = item, Verdict = open.Verdict, Summary = open.Reason ?? "the evidence does not decide", NotProven = notProven },
        };
    }

    private static ItemResult Attested(ChecklistItem item, Journal journal, IReadOnlyList<ScenarioResult> scenarios)
    {
        if (scenarios.Count == 0 || scenarios.All(scenario => scenario.Verdict == Verdict.NotRun))
        {
            return new ItemResult { Item = item, Verdict = Verdict.NotRun, Summary = "not run" };
        }

        if (StatementOf(item, journal) is not { } attestation)
        {
            return new ItemResult
            {
                Item = item,
                Verdict = Verdict.Inconclusive,
                Summary = $"nobody has stated it: declare attestations.{item.Id} with name, role, date and statement",
            };
        }

        string[] watched = [.. scenarios.SelectMany(scenario => scenario.Checks).Where(check => check.Verdict == Verdict.Passed).Select(check => check.Saw).Distinct()];
        return new ItemResult
        {
            Item = item,
            Verdict = Verdict.Attested,
            Summary = watched.Length == 0 ? $"stated by {By(attestation)}" : $"stated by {By(attestation)}; {Seen(item)}: {string.Join("; ", watched)}",
            Attestation = attestation,
            NotProven = [.. NotProven(scenarios.Where(IsUnseen))],
        };
    }

    private static string Seen(ChecklistItem item) => item.Proof == ProofClass.Attest ? "on the wire" : "proven";

    private static string By(Attestation attestation) =>
        attestation.Demonstration ? "demonstration, vouched for by nobody" : $"{attestation.Name}, {attestation.Role}, {attestation.Date}";

    private static Attestation? StatementOf(ChecklistItem item, Journal journal) =>
        journal.NotesNamed(NoteNames.Attested).FirstOrDefault(candidate => candidate["item"] == item.Id.Value) is { } note
            ? new Attestation(note["name"] ?? "", note["role"] ?? "", note["date"] ?? "", note["statement"] ?? "", note["demonstration"] == "true", note["expires"])
            : null;

    /// <summary>True for a scenario whose tripwire could not conclude. One that holds nothing but a statement has none.</summary>
    private static bool IsUnseen(ScenarioResult scenario) => scenario.Verdict != Verdict.Passed && scenario.Reason != ScenarioRecord.AsksForNoCheck;

    private static IEnumerable<string> NotProven(IEnumerable<ScenarioResult> scenarios) => scenarios.Select(scenario => $"{scenario.Title}: {scenario.Reason}");

    private static string? AbsentCapability(ChecklistItem item, Journal journal) =>
        item.Capability is null
            ? null
            : journal.NotesNamed(NoteNames.CapabilityAbsent).FirstOrDefault(note => note["capability"] == item.Capability)?["reason"];

    private static Waiver? Waived(ChecklistItem item, Journal journal) =>
        journal.NotesNamed(NoteNames.Waived).FirstOrDefault(note => note["item"] == item.Id.Value) is { } note
            ? new Waiver(note["approver"] ?? "", note["reason"] ?? "", note["expires"] ?? "", note["allowed"] == "true", note["role"] ?? "", note["date"] ?? "")
            : null;

    private ScenarioResult Judge(ScenarioRecord record, Journal journal)
    {
        CheckResult[] results = [.. record.Checks.Select(name => Find(name, record)).Select(check => Result(check, check.Judge(new ScenarioEvidence(journal, record.Id))))];
        var (verdict, reason) = record.Conclude(results);
        return new ScenarioResult
        {
            Id = record.Id,
            Title = record.Title,
            Description = record.Description,
            Core = record.Core,
            Verdict = verdict,
            Reason = reason,
            StartedAt = record.StartedAt,
            EndedAt = record.EndedAt,
            Steps = record.Steps,
            Checks = results,
            Stimuli = [.. new ScenarioEvidence(journal, record.Id).Stimuli.Select(stimulus => stimulus.Id)],
        };
    }

    private static CheckResult Result(ICheck check, Judgement judgement) => judgement switch
    {
        Judgement.Passed passed => new CheckResult { Check = check.Name, Verdict = Verdict.Passed, Saw = passed.Saw, Advice = passed.Advice, Evidence = passed.Evidence },
        Judgement.Failed failed => new CheckResult
        {
            Check = check.Name,
            Verdict = Verdict.Failed,
            Saw = string.Join("; ", failed.Findings.Select(finding => finding.Saw)),
            Findings = failed.Findings,
            Evidence = failed.Evidence,
        },
        Judgement.Inconclusive inconclusive => new CheckResult { Check = check.Name, Verdict = Verdict.Inconclusive, Saw = inconclusive.Reason, Evidence = inconclusive.Evidence },
        Judgement.Undecided undecided => new CheckResult
        {
            Check = check.Name,
            Verdict = Verdict.Inconclusive,
            Saw = $"the run ended while it waited for {undecided.WaitingFor}",
            Evidence = undecided.Evidence,
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private ICheck Find(string name, ScenarioRecord record)
    {
        if (!checks.TryGetValue(name, out var check))
        {
            throw new InvalidOperationException($"the journal asks for the check {name}, which this version does not have");
        }

        return check.Item == record.Item
            ? check
            : throw new InvalidOperationException($"the scenario '{record.Title}' is tagged {record.Item}, but {name} judges {check.Item}");
    }
}
