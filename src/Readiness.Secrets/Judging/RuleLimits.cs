namespace Readiness.Secrets.Judging;

/// <summary>What one expression may cost.</summary>
internal static class RuleLimits
{
    /// <summary>Time for one try of one expression on one line. Where it runs out, the line is listed as unread.</summary>
    public const int Milliseconds = 2000;
}
