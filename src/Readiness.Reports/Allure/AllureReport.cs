using Readiness.Verdicts;

namespace Readiness.Reports.Allure;

/// <summary>What became of <c>allure-report.html</c>.</summary>
public abstract record AllureReport
{
    private AllureReport()
    {
    }

    /// <summary>Where the tool is kept between runs unless another place is asked for: the user's own cache.</summary>
    public static string DefaultCache => AllureTool.DefaultCache;

    /// <summary>It is there and makes no network request.</summary>
    public sealed record Made(string Path) : AllureReport;

    /// <summary>It is not there.</summary>
    /// <param name="Reason">Why, in one line, with what to do about it.</param>
    public sealed record NotMade(string Reason) : AllureReport;

    /// <summary>Makes it from <c>allure-results</c> in that folder.</summary>
    /// <param name="cache">Where the tool is kept between runs.</param>
    public static async Task<AllureReport> Make(RunResult run, string folder, string cache, TextWriter progress, TimeProvider clock, CancellationToken cancellation = default)
    {
        var target = Path.Combine(folder, ReportFolder.AllureReportFile);
        File.Delete(target);
        var scratch = Directory.CreateTempSubdirectory("readiness-allure-");
        try
        {
            var tool = await AllureTool.Find(cache, progress, clock, cancellation);
            await tool.Generate(Path.Combine(folder, ReportFolder.AllureResultsFolder), scratch.FullName, $"{run.Provider} readiness: {run.IntegrationName} {run.IntegrationVersion}", clock, cancellation);
            var html = await File.ReadAllTextAsync(Path.Combine(scratch.FullName, "index.html"), cancellation);
            await File.WriteAllTextAsync(target, AllureHtml.Seal(html), cancellation);
            return new Made(target);
        }
        catch (Exception fault) when (fault is AllureToolException or IOException or UnauthorizedAccessException)
        {
            // The other reports do not depend on this one, and the reason is told.
            return new NotMade(PlainText.Line(fault.Message, 400));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
