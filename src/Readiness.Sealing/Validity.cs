using System.Globalization;
using Readiness.Verdicts;

namespace Readiness.Sealing;

/// <summary>How long a certificate is valid.</summary>
internal static class Validity
{
    /// <summary>Of results that do not say.</summary>
    private const int Months = 3;

    /// <summary>The last day, yyyy-MM-dd, in UTC.</summary>
    public static string LastDay(RunResult run) => run.ValidUntil ?? DateOnly.FromDateTime(run.StartedAt.UtcDateTime).AddMonths(Months).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
