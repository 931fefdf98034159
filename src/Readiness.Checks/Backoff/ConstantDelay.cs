namespace Readiness.Checks.Backoff;

/// <summary>Recognises pauses that never grow. Weak, because clients that failed together come back together; not wrong.</summary>
public static class ConstantDelay
{
    private const int FewestRetries = 4;
    private const double Spread = 1.10;

    /// <summary>True where at least two pieces of work were retried four times or more at equal pauses, within a tenth.</summary>
    /// <remarks>With fewer retries nothing is said: exponential policies with a cap are flat at first.</remarks>
    public static bool IsSeen(IReadOnlyList<IReadOnlyList<TimeSpan>> stimuli) => stimuli.Count(IsConstant) >= 2;

    private static bool IsConstant(IReadOnlyList<TimeSpan> gaps) =>
        gaps.Count >= FewestRetries && gaps.Min() is var least && least > TimeSpan.Zero && gaps.Max() / least <= Spread;
}
