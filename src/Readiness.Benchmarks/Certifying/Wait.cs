namespace Readiness.Benchmarks.Certifying;

/// <summary>A stretch of a run in which the harness could only wait.</summary>
/// <param name="Whose">Who asks for it: the integration, the scenarios, or the watches.</param>
internal sealed record Wait(TimeSpan From, TimeSpan Until, string Whose, string For)
{
    public TimeSpan Length => Until - From;

    /// <summary>How much of it lies within that stretch.</summary>
    public TimeSpan Within(TimeSpan from, TimeSpan until)
    {
        var common = (Until < until ? Until : until) - (From > from ? From : from);
        return common > TimeSpan.Zero ? common : TimeSpan.Zero;
    }
}
