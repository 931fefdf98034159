using System.Text;
using Readiness.Recording;
using Readiness.Verdicts;

namespace Readiness.Reports.Allure;

/// <summary><c>allure-results/</c>: a result per scenario, and one per item whose verdict no scenario of it shows, so that nothing is silently missing.</summary>
internal static class AllureResults
{
    /// <summary>Every file, by its name.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Write(RunResult run, Journal journal)
    {
        var files = new List<(string Name, byte[] Content)>();
        var happenings = Happening.Of(journal);
        var results = new AllureTests(run);
        foreach (var item in run.Items)
        {
            foreach (var scenario in item.Scenarios)
            {
                var attachments = new AllureAttachments(AllureIds.OfRun(run.Id, AllureTests.Key(item, scenario)), results.Clock);
                files.Add(Result(results.OfScenario(item, scenario, ScenarioScope.Of(scenario, happenings), journal, attachments)));
                files.AddRange(attachments.Files);
            }

            if (!item.Scenarios.Any(scenario => scenario.Verdict == item.Verdict || (item.Verdict == Verdict.Waived && scenario.Verdict == Verdict.Failed)))
            {
                files.Add(Result(results.OfItem(item)));
            }
        }

        files.Add(("environment.properties", AllureRun.Environment(run)));
        files.Add(("categories.json", AllureRun.Categories));
        files.Add(("executor.json", AllureRun.Executor(run)));
        return files;
    }

    private static (string, byte[]) Result(AllureResult result) => ($"{result.Uuid}-result.json", AllureJson.Write(result));
}
