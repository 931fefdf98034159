using Readiness.Recording;
using Readiness.Reports.Allure;
using Readiness.Reports.Certificate;
using Readiness.Reports.JUnit;
using Readiness.Verdicts;

namespace Readiness.Reports;

/// <summary>Writes the reports of a run, all of them from its result and its journal.</summary>
public static class ReportWriter
{
    /// <summary>Writes every report. Made again from the same run and journal, each file has the same bytes, except <c>allure-report.html</c>.</summary>
    /// <param name="folder">The run's folder; it is created where it does not exist. Files of an earlier making are replaced.</param>
    /// <param name="progress">Told in a line or two when something takes long or could not be made.</param>
    /// <returns>Whether <c>allure-report.html</c> could be made. Everything else is there when this returns.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static async Task<AllureReport> WriteAll(RunResult run, Journal journal, string folder, TextWriter progress, TimeProvider clock, CancellationToken cancellation = default)
    {
        Write(run, journal, folder);
        var report = await AllureReport.Make(run, folder, AllureReport.DefaultCache, progress, clock, cancellation);
        if (report is AllureReport.NotMade(var reason))
        {
            await progress.WriteLineAsync($"{ReportFolder.AllureReportFile} was not made: {reason}".AsMemory(), cancellation);
        }

        return report;
    }

    /// <summary>Writes every report that needs nothing but this assembly: all but <c>allure-report.html</c>.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(RunResult run, Journal journal, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, ReportFolder.RunFile), RunFormat.Write(run));
        File.WriteAllBytes(Path.Combine(folder, ReportFolder.JUnitFile), JUnitReport.Write(run));
        File.WriteAllBytes(Path.Combine(folder, ReportFolder.CertificateFile), CertificatePage.Write(run));

        var results = Path.Combine(folder, ReportFolder.AllureResultsFolder);
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        Directory.CreateDirectory(results);
        foreach (var (name, content) in AllureResults.Write(run, journal))
        {
            File.WriteAllBytes(Path.Combine(results, name), content);
        }
    }
}
