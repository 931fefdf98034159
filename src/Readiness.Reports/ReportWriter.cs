using Readiness.Recording;
using Readiness.Reports.Allure;
using Readiness.Reports.Certificate;
using Readiness.Reports.JUnit;
using Readiness.Reports.Languages;
using Readiness.Verdicts;

namespace Readiness.Reports;

/// <summary>Writes the reports of a run, all of them from its result and its journal.</summary>
public static class ReportWriter
{
    /// <summary>Writes every report. Made again from the same run and journal, each file has the same bytes, except <c>allure-report.html</c>.</summary>
    /// <param name="folder">The run's folder; it is created where it does not exist. Files of an earlier making are replaced.</param>
    /// <param name="language">The language of what people read; null for that of the run.</param>
    /// <param name="progress">Told in a line or two when something takes long or could not be made.</param>
    /// <returns>Whether <c>allure-report.html</c> could be made. Everything else is there when this returns.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static async Task<AllureReport> WriteAll(RunResult run, Journal journal, string folder, TextWriter progress, TimeProvider clock, string? language = null, CancellationToken cancellation = default)
    {
        Write(run, journal, folder, language);
        var report = await AllureReport.Make(run, folder, AllureReport.DefaultCache, progress, clock, cancellation);
        if (report is AllureReport.NotMade(var reason))
        {
            await progress.WriteLineAsync($"{ReportFolder.AllureReportFile} was not made: {reason}".AsMemory(), cancellation);
        }

        return report;
    }

    /// <summary>Writes every report that needs nothing but this assembly: all but <c>allure-report.html</c>.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <param name="language">The language of what people read; null for that of the run.</param>
    public static void Write(RunResult run, Journal journal, string folder, string? language = null)
    {
        Directory.CreateDirectory(folder);
        var written = RunFormat.Write(run);
        File.WriteAllBytes(Path.Combine(folder, ReportFolder.RunFile), written);
        File.WriteAllBytes(Path.Combine(folder, ReportFolder.JUnitFile), JUnitReport.Write(run));
        var number = CertificateNumber.Of(written, JournalBytes(journal, folder));
        File.WriteAllBytes(Path.Combine(folder, ReportFolder.CertificateFile), CertificatePage.Write(run, number, ReportTexts.In(language ?? run.Language)));
        File.WriteAllBytes(Path.Combine(folder, ReportFolder.CertificateDataFile), CertificateData.Write(run, number));

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

    // The journal as it was streamed, byte for byte; the entries stand in for one that is not beside the reports.
    private static byte[] JournalBytes(Journal journal, string folder) => Path.Combine(folder, ReportFolder.JournalFile) is var file && File.Exists(file)
        ? File.ReadAllBytes(file)
        : [.. journal.Entries.SelectMany(entry => (byte[])[.. JournalFormat.Write(entry), (byte)'\n'])];
}
