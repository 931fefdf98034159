using System.CommandLine;
using Readiness.Reports;
using Readiness.Reports.Sarif;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary>Where the findings of a run go as SARIF.</summary>
internal static class SarifOption
{
    private const string Name = "--sarif";

    public static Option<string?> Create() => new(Name) { Description = "Writes the findings as SARIF 2.1.0 into this file as well" };

    /// <summary>Writes the file where one is named; false where it cannot be written, which is then told.</summary>
    public static bool Write(string? file, RunResult run, string folder)
    {
        if (file is null)
        {
            return true;
        }

        try
        {
            var journal = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(Path.Combine(folder, ReportFolder.JournalFile))).Replace('\\', '/');
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllBytes(file, SarifReport.Write(run, journal));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Host.Say($"{Name} {file} was not written: {fault.Message}");
            return false;
        }
    }
}
