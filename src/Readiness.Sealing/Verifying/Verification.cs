using Readiness.Verdicts;

namespace Readiness.Sealing.Verifying;

/// <summary>What a verification came to.</summary>
/// <param name="Certificate">The number that the seal names; null where there is no seal that can be read.</param>
public sealed record Verification(string? Certificate, IReadOnlyList<VerificationLine> Lines)
{
    /// <summary>The worst of all points.</summary>
    public Standing Standing => Lines.Max(line => line.Standing);

    /// <summary>By cause; of several the worst.</summary>
    public int ExitCode => Standing switch
    {
        Standing.Changed => Verdicts.ExitCode.Changed,
        Standing.NotReady => Verdicts.ExitCode.NotReady,
        Standing.Incomplete => Verdicts.ExitCode.Incomplete,
        _ => Verdicts.ExitCode.Ready,
    };
}
