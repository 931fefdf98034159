namespace Readiness.Reports;

/// <summary>Turns times in a run into times of day.</summary>
internal sealed class RunClock(DateTimeOffset startedAt)
{
    /// <summary>Milliseconds since 1970.</summary>
    public long Milliseconds(TimeSpan at) => (startedAt + at).ToUnixTimeMilliseconds();
}
