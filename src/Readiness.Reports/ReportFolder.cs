using System.Text.Json;
using Readiness.Recording;
using Readiness.Verdicts;

namespace Readiness.Reports;

/// <summary>The folder of one run, and the names of the files in it.</summary>
public static class ReportFolder
{
    public const string RunFile = "run.json";
    public const string JournalFile = "journal.ndjson";
    public const string JUnitFile = "junit.xml";
    public const string CertificateFile = "certificate.html";
    public const string CertificateDataFile = "certificate.json";
    public const string AllureResultsFolder = "allure-results";
    public const string AllureReportFile = "allure-report.html";
    public const string RequestFile = "request-email.eml";

    /// <summary>Reads what a run left: its journal, and its result unless it was ended before it wrote one.</summary>
    /// <exception cref="FileNotFoundException">The folder holds no journal; the message names the file.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="JournalFormatException">A line of the journal cannot be read; the message names it.</exception>
    /// <exception cref="JsonException"><c>run.json</c> is there and cannot be read.</exception>
    public static (RunResult? Run, Journal Journal) Read(string path)
    {
        var run = Path.Combine(path, RunFile);
        return (File.Exists(run) ? RunFormat.Read(File.ReadAllBytes(run)) : null, JournalFormat.Read(Path.Combine(path, JournalFile)));
    }
}
