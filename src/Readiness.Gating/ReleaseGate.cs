using Readiness.Gating.Points;
using Readiness.Sealing.Verifying;

namespace Readiness.Gating;

/// <summary>Says whether a release may rest on a run. Reads the harness's own result and nothing else; needs no network.</summary>
public static class ReleaseGate
{
    /// <summary>Looks at every point, also after one that is wrong, so that all reasons are told at once.</summary>
    public static GateDecision Decide(GateRequest request)
    {
        var points = new List<VerificationLine>(request.Run.Origin);
        if (request.Policy.NeedsSeal && !request.Run.IsSealed)
        {
            points.Add(new(Standing.NotReady, "seal", "the policy takes sealed packages alone: give the run's package.zip"));
        }

        if (request.Run.Result is { } run)
        {
            points.AddRange(Completeness.Of(run));
            points.AddRange(RequiredPoints.Of(run, request));
            points.AddRange(ExpectedFailurePoints.Of(run, request));
            points.AddRange(StatementPoints.Of(run, request));
            points.AddRange(TimePoints.Of(run, request));
            points.Add(PacePoint.Of(run, request.Policy));
            points.AddRange(ChecklistPoints.Of(run, request));
            points.Add(ArtefactPoint.Of(run.Artefact, request));
        }
        else if (request.Run.Origin.All(line => line.Standing <= Standing.Notice))
        {
            // A package without a readable result is told by its verification; this is for whatever that may ever overlook.
            points.Add(new(Standing.Changed, "run", "there is no run.json that can be read"));
        }

        return new GateDecision(request.Run.Certificate, points);
    }
}
