namespace Readiness.Checks.Backoff;

/// <summary>How many attempts are too many.</summary>
public static class AttemptLimit
{
    /// <summary>More than this many attempts is advice.</summary>
    public const int Unremarkable = 10;

    /// <summary>More than this many attempts is not bounded.</summary>
    public const int Most = 25;

    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>True for more than 25 attempts, or where they still come once a minute after half an hour.</summary>
    public static bool IsExceeded(AttemptSeries series) =>
        series.Attempts.Count > Most
        || (series.Retries > 0 && series.Attempts[^1].At - series.Attempts[0].At >= HalfAnHour && series.Gaps[^1] <= Minute);

    /// <summary>True for 11 to 25 attempts.</summary>
    public static bool IsRemarkable(AttemptSeries series) => series.Attempts.Count is > Unremarkable and <= Most;
}
