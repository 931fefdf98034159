using Readiness.Sealing.Verifying;

namespace Readiness.Gating;

/// <summary>A gate's answer.</summary>
/// <param name="Points">All that was looked at, in order, with what came of it.</param>
public sealed record GateDecision(string? Certificate, IReadOnlyList<VerificationLine> Points)
{
    public bool IsYes => Reasons.Count == 0;

    /// <summary>What stands against it; empty for a yes.</summary>
    public IReadOnlyList<VerificationLine> Reasons => [.. Points.Where(point => point.Standing > Standing.Notice)];

    /// <summary>By cause; of several the worst.</summary>
    public int ExitCode => new Verification(Certificate, Points).ExitCode;
}
