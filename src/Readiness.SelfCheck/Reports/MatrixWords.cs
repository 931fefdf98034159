using System.Globalization;
using Readiness.Configuration;
using Readiness.SelfCheck.Compare;

namespace Readiness.SelfCheck.Reports;

/// <summary>Words that the terminal, the page and the file share.</summary>
public static class MatrixWords
{
    /// <summary>A kind of difference as a word that can be searched for.</summary>
    public static string Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Uncaught => "uncaught",
        DifferenceKind.Missed => "missed",
        DifferenceKind.OtherCheck => "other check",
        DifferenceKind.Undeclared => "undeclared",
        DifferenceKind.Flagged => "flagged",
        DifferenceKind.Undecided => "undecided",
        DifferenceKind.Unsteady => "unsteady",
        DifferenceKind.UnprovenCheck => "unproven check",
        DifferenceKind.UnknownCheck => "unknown check",
        DifferenceKind.JournalDisagrees => "journal disagrees",
        DifferenceKind.WrongExitCode => "wrong exit code",
        DifferenceKind.NoRun => "no run",
        DifferenceKind.HarnessFault => "harness fault",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Of(Difference difference) =>
        $"{difference.Where}{(difference.Item is null ? "" : $" {difference.Item}")}: {Of(difference.Kind)}: {difference.Saw}";

    public static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0", CultureInfo.InvariantCulture) + " s";

    public static string Minutes(TimeSpan span) => span.ToString(span < TimeSpan.FromHours(1) ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture) + " min";

    /// <summary>How the sample was driven, as the command line names it.</summary>
    public static string Of(DriverKind driver) => driver.ToString().ToLowerInvariant();

    public static string Pace(bool documented) => documented ? "documented pace" : "compressed pace (a rehearsal)";
}
