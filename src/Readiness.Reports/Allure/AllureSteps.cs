using System.Diagnostics;
using Readiness.Checks;
using Readiness.Recording;
using Readiness.Verdicts;

namespace Readiness.Reports.Allure;

/// <summary>The Gherkin steps of a scenario, each with the traffic that it caused and the checks that it asked for.</summary>
internal sealed class AllureSteps(ScenarioResult scenario, ScenarioScope scope, Journal journal, AllureAttachments attachments, RunClock clock)
{
    public IReadOnlyList<AllureStep> All
    {
        get
        {
            var shown = new HashSet<int>();
            var steps = new List<AllureStep>();
            for (var index = 0; index < scenario.Steps.Count; index++)
            {
                var step = scenario.Steps[index];
                var own = scope.Happenings.Where(happening => step.Exchanges.Contains(happening.Number) && shown.Add(happening.Number));
                var checks = scenario.Checks.Where(check => StepOf(check) == index).ToList();
                steps.Add(Group(step.Text, step.StartedAt, step.EndedAt, own, checks, Stopped(index)));
            }

            var later = scope.Happenings.Where(happening => !shown.Contains(happening.Number)).ToList();
            if (later.Count > 0)
            {
                steps.Add(Group("Beside and after the steps: what else concerns this scenario", later[0].At, later[^1].EndedAt ?? later[^1].At, later, [], false));
            }

            if (scope.LeftOut > 0)
            {
                steps.Add(Group($"{scope.LeftOut} more in journal.ndjson", scenario.EndedAt, scenario.EndedAt, [], [], false));
            }

            if (scenario.Steps.Count == 0 && scenario.Checks.Count > 0)
            {
                steps.Add(Group("Judged over the whole journal", scenario.EndedAt, scenario.EndedAt, [], scenario.Checks, false));
            }

            return steps;
        }
    }

    private AllureStep Group(string name, TimeSpan from, TimeSpan to, IEnumerable<Happening> happenings, IReadOnlyList<CheckResult> checks, bool stopped)
    {
        AllureStep[] inner = [.. happenings.Select(Traffic), .. checks.Select(check => Check(check, to))];
        var worst = stopped ? "broken" : checks.Select(check => Status(check.Verdict)).OrderBy(Rank).FirstOrDefault("passed");
        return new AllureStep
        {
            Name = PlainText.Line(name),
            Status = worst,
            StatusDetails = stopped && scenario.Reason is { } reason ? new AllureStatusDetails { Message = PlainText.Line(reason) } : null,
            Start = clock.Milliseconds(from),
            Stop = clock.Milliseconds(to),
            Steps = inner,
        };
    }

    // A step with one attachment of its own name is shown as the attachment itself, at its place in time.
    private AllureStep Traffic(Happening happening) => new()
    {
        Name = happening.Label,
        Status = "passed",
        Start = clock.Milliseconds(happening.At),
        Stop = clock.Milliseconds(happening.EndedAt ?? happening.At),
        Attachments = [attachments.Add(happening)],
    };

    private AllureStep Check(CheckResult check, TimeSpan at) => new()
    {
        Name = PlainText.Line($"Check {check.Check}: {check.Verdict.Word}. {check.Saw}"),
        Status = Status(check.Verdict),
        StatusDetails = check.Findings.Count > 0 ? new AllureStatusDetails { Message = check.Findings.Told } : null,
        Start = clock.Milliseconds(at),
        Stop = clock.Milliseconds(at),
        Steps =
        [
            .. check.Advice.Select(advice => Line($"Advice: {advice}", at)),
            .. check.Evidence.Count > 0 ? [Line($"Rests on journal entries {Wording.Evidence(check.Evidence)}", at)] : Array.Empty<AllureStep>(),
        ],
    };

    private AllureStep Line(string text, TimeSpan at) =>
        new() { Name = PlainText.Line(text), Status = "passed", Start = clock.Milliseconds(at), Stop = clock.Milliseconds(at) };

    /// <summary>The step that asked for a check, or the last one where the journal does not say.</summary>
    private int StepOf(CheckResult check)
    {
        var asked = journal.NotesNamed(NoteNames.CheckRequired).FirstOrDefault(note => note["scenario"] == scenario.Id && note["check"] == check.Check);
        var index = asked is null ? -1 : scenario.Steps.ToList().FindIndex(step => step.StartedAt <= asked.At && asked.At < step.EndedAt);
        return index < 0 ? scenario.Steps.Count - 1 : index;
    }

    /// <summary>True for the last step of a scenario that ended before it could be judged.</summary>
    private bool Stopped(int index) =>
        index == scenario.Steps.Count - 1 && scenario is { Verdict: Verdict.Inconclusive, Checks.Count: 0 };

    private static string Status(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "passed",
        Verdict.Failed or Verdict.Waived => "failed",
        Verdict.Inconclusive => "broken",
        _ => "skipped",
    };

    private static int Rank(string status) => status switch
    {
        "failed" => 0,
        "broken" => 1,
        "skipped" => 2,
        "passed" => 3,
        _ => throw new UnreachableException(),
    };
}
