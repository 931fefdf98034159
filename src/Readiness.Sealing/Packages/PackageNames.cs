using Readiness.Reports;

namespace Readiness.Sealing.Packages;

/// <summary>What the files of a package are called beyond those of the run's folder.</summary>
public static class PackageNames
{
    /// <summary>The package itself, in the run's folder.</summary>
    public const string Package = "package.zip";

    /// <summary>The envelope with the signed statement.</summary>
    public const string Seal = "seal.json";

    /// <summary>The salts of the journal's lines, one a line.</summary>
    public const string Salts = "journal.salts";

    /// <summary>What was withheld after sealing; only in a package from which something was.</summary>
    public const string Withheld = "withheld.json";

    /// <summary>What people brought to support their statements.</summary>
    public const string EvidenceFolder = "evidence";

    /// <summary>Files of a run's folder that go into its package, where they are there.</summary>
    internal static IReadOnlyList<string> Files { get; } =
    [
        ReportFolder.RunFile, ReportFolder.JournalFile, ReportFolder.CertificateFile, "certificate.json", ReportFolder.JUnitFile, ReportFolder.AllureReportFile,
    ];

    /// <summary>Folders that go into it with all that is in them.</summary>
    internal static IReadOnlyList<string> Folders { get; } = [ReportFolder.AllureResultsFolder, EvidenceFolder];

    /// <summary>Without these there is nothing that a reader could check.</summary>
    internal static IReadOnlyList<string> Required { get; } = [ReportFolder.RunFile, ReportFolder.JournalFile, ReportFolder.CertificateFile, ReportFolder.JUnitFile, Salts];

    /// <summary>True for a file that shows exchanges one by one, and may be taken out together with one.</summary>
    internal static bool ShowsExchanges(string name) =>
        name == ReportFolder.AllureReportFile || name.StartsWith($"{ReportFolder.AllureResultsFolder}/", StringComparison.Ordinal);

    /// <summary>True for a name that lies in the package's root or below, the same on every system, and cannot be mistaken for another.</summary>
    internal static bool IsSound(string name) =>
        name.Length is > 0 and <= 240
        && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal) && !name.Any(char.IsControl)
        && name.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));
}
