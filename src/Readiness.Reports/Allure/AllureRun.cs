using System.Globalization;
using System.Text;
using Readiness.Verdicts;

namespace Readiness.Reports.Allure;

/// <summary>What the results say of the run as a whole.</summary>
internal static class AllureRun
{
    /// <summary>How failures are grouped; the first that matches wins.</summary>
    public static byte[] Categories => AllureJson.Write(new object[]
    {
        new { name = "Waived: failed, and accepted for a while", matchedStatuses = new[] { "failed" }, messageRegex = "(?s)^waived by .*" },
        new { name = "Failed: seen to be false", matchedStatuses = new[] { "failed" } },
        new { name = "Inconclusive: the evidence does not decide", matchedStatuses = new[] { "broken" } },
        new { name = "Not run", matchedStatuses = new[] { "unknown" } },
        new { name = "Planned or not applicable: outside the decision", matchedStatuses = new[] { "skipped" } },
    });

    public static byte[] Executor(RunResult run) => AllureJson.Write(new
    {
        name = "Readiness harness",
        type = "readiness",
        buildName = PlainText.Line(run.Id),
        reportName = PlainText.Line($"{run.Provider} go-live readiness of {run.IntegrationName}"),
    });

    /// <summary>Java properties: <c>key = value</c>, UTF-8.</summary>
    public static byte[] Environment(RunResult run)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in Facts(run))
        {
            text.Append(key.Replace(" ", "\\ ", StringComparison.Ordinal)).Append(" = ").Append(PlainText.Line(value).Replace("\\", "\\\\", StringComparison.Ordinal)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<(string Key, string Value)> Facts(RunResult run)
    {
        yield return ("Verdict", run.Headline);
        yield return ("Integration", $"{run.IntegrationName} {run.IntegrationVersion}");
        if (run.Reached is { } reached)
        {
            yield return ("Integration reached", reached);
        }

        yield return ("Integration processes", run.Processes.ToString(CultureInfo.InvariantCulture));
        yield return ("Provider", run.Provider);
        yield return ("Checklist", $"{run.Profile} {run.ChecklistVersion}");
        yield return ("Items judged", $"{run.Judged} of {run.Items.Count}");
        yield return ("Harness", run.HarnessVersion);
        yield return ("Package set", run.PackageSet);
        yield return ("Pace", run.Pace);
        yield return ("Strict", run.Strict ? "yes" : "no");
        yield return ("Run", run.Id);
        yield return ("Started", run.StartedAt.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
        yield return ("Duration", Durations.Short(run.Duration));
        yield return ("Ended", run.CauseDetail is null ? run.Cause : $"{run.Cause}: {run.CauseDetail}");
        yield return ("Place", run.Place);
        yield return ("Operator", run.Operator.Length > 0 ? run.Operator : "not declared");
    }
}
