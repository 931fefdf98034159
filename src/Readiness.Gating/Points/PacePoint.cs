using Readiness.Configuration.Gating;
using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Gating.Points;

/// <summary>Whether the provider's waiting times were its own.</summary>
internal static class PacePoint
{
    public static VerificationLine Of(RunResult run, GatePolicy policy) => run.Pace switch
    {
        "documented" => new(Standing.Holds, "pace", "documented"),
        _ when policy.TakesRehearsals => new(Standing.Notice, "pace", $"{run.Pace}: a rehearsal, which the policy takes"),
        _ => new(Standing.NotReady, "pace", $"{run.Pace}: a rehearsal proves no release; certify with --pace documented, or set \"pace\": \"compressed\" in the policy"),
    };
}
