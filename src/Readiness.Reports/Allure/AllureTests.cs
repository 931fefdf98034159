using System.Diagnostics;
using Readiness.Checklist;
using Readiness.Recording;
using Readiness.Verdicts;

namespace Readiness.Reports.Allure;

/// <summary>Makes the test results of a run.</summary>
internal sealed class AllureTests(RunResult run)
{
    public RunClock Clock { get; } = new(run.StartedAt);

    /// <summary>What names a scenario of an item within a profile.</summary>
    public static string Key(ItemResult item, ScenarioResult scenario) => $"{item.Item.Id}/{scenario.Id}";

    public AllureResult OfScenario(ItemResult item, ScenarioResult scenario, ScenarioScope scope, Journal journal, AllureAttachments attachments)
    {
        var steps = new AllureSteps(scenario, scope, journal, attachments, Clock).All;
        var lines = AttemptLine.Of(scenario, scope, journal);
        return Of(item, scenario, Key(item, scenario), $"{item.Item.Id} {scenario.Title}") with
        {
            Start = Clock.Milliseconds(scenario.StartedAt),
            Stop = Clock.Milliseconds(scenario.EndedAt),
            Steps = steps,
            Attachments =
            [
                .. lines.Count > 0 ? [attachments.AddPicture(lines)] : Array.Empty<AllureAttachment>(),
                .. scope.Happenings.Count > 0 ? attachments.AddDiagram(scope) : [],
            ],
        };
    }

    public AllureResult OfItem(ItemResult item) => Of(item, null, item.Item.Id.Value, $"{item.Item.Id} {item.Item.Statement}");

    private AllureResult Of(ItemResult item, ScenarioResult? scenario, string key, string name)
    {
        var verdict = scenario is { Verdict: Verdict.Failed } && item.Verdict == Verdict.Waived ? Verdict.Waived : scenario?.Verdict ?? item.Verdict;
        var test = AllureIds.OfTest(run.Profile, key);
        return new AllureResult
        {
            Uuid = AllureIds.OfRun(run.Id, key),
            HistoryId = test,
            TestCaseId = test,
            FullName = $"{run.Profile}/{key}",
            Name = PlainText.Line(name),
            TitlePath = [PlainText.Line(item.Item.Chapter), PlainText.Line($"{item.Item.Id} {item.Item.Statement}")],
            DescriptionHtml = AllureDescription.Of(item, scenario),
            Status = Status(verdict),
            StatusDetails = Message(item, scenario, verdict) is { } message ? new AllureStatusDetails { Message = message, Muted = verdict == Verdict.Waived ? true : null } : null,
            // What has no time of its own was settled at the end; readers order by time.
            Start = Clock.Milliseconds(run.Duration),
            Stop = Clock.Milliseconds(run.Duration),
            Labels = [.. Labels(item, scenario, verdict)],
            Links = [new AllureLink(PlainText.Line(item.Item.Source.Title), item.Item.Source.Url.AbsoluteUri, "link")],
            Steps = [],
            Attachments = [],
        };
    }

    /// <summary>The tool has five statuses for eight verdicts; the label <c>verdict</c> has the word itself.</summary>
    private static string Status(Verdict verdict) => verdict switch
    {
        Verdict.Passed or Verdict.Attested => "passed",
        Verdict.Failed or Verdict.Waived => "failed",
        Verdict.Inconclusive => "broken",
        Verdict.NotRun => "unknown",
        Verdict.NotApplicable or Verdict.Planned => "skipped",
        _ => throw new UnreachableException(),
    };

    private static string? Message(ItemResult item, ScenarioResult? scenario, Verdict verdict)
    {
        var findings = scenario is null ? item.Findings : [.. scenario.Checks.SelectMany(check => check.Findings)];
        var told = findings.Count > 0 ? findings.Told : PlainText.Line(scenario?.Reason ?? item.Summary);
        return verdict switch
        {
            Verdict.Passed => null,
            Verdict.Failed => told,
            Verdict.Waived => $"waived by {PlainText.Line(item.Waiver?.By ?? "")} until {PlainText.Line(item.Waiver?.Expires ?? "")}: {PlainText.Line(item.Waiver?.Reason ?? "")}\n\n{told}",
            _ => $"{verdict.Word}: {PlainText.Line(scenario?.Reason ?? item.Summary)}",
        };
    }

    private IEnumerable<AllureLabel> Labels(ItemResult item, ScenarioResult? scenario, Verdict verdict)
    {
        var (provider, chapter) = (PlainText.Line(run.Provider), PlainText.Line(item.Item.Chapter));
        yield return new AllureLabel("epic", provider);
        yield return new AllureLabel("feature", chapter);
        yield return new AllureLabel("story", item.Item.Id.Value);
        yield return new AllureLabel("parentSuite", provider);
        yield return new AllureLabel("suite", chapter);
        yield return new AllureLabel("subSuite", item.Item.Id.Value);
        yield return new AllureLabel("severity", item.Item.Level switch
        {
            Level.Required => "critical",
            Level.Contract => "normal",
            Level.Planned => "trivial",
            _ => throw new UnreachableException(),
        });
        yield return new AllureLabel("level", item.Item.Level.Word);
        yield return new AllureLabel("proof", item.Item.Proof.Word);
        yield return new AllureLabel("verdict", verdict.Word);
        yield return new AllureLabel("tag", item.Item.Id.Value);
        yield return new AllureLabel("tag", item.Item.Level.Word);
        if (scenario is { Core: true })
        {
            yield return new AllureLabel("tag", "core");
        }

        if (verdict is Verdict.Attested or Verdict.Waived or Verdict.Planned or Verdict.NotApplicable)
        {
            yield return new AllureLabel("tag", verdict.Word);
        }

        if (item is { Verdict: Verdict.Attested, Attestation.Demonstration: true })
        {
            yield return new AllureLabel("tag", "demonstration");
        }
    }
}
