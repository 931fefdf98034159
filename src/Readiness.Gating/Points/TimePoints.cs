using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Gating.Points;

/// <summary>Whether the run is recent enough, and its certificate still valid.</summary>
internal static class TimePoints
{
    public static IEnumerable<VerificationLine> Of(RunResult run, GateRequest request)
    {
        var age = request.Today.DayNumber - DateOnly.FromDateTime((run.StartedAt + run.Duration).UtcDateTime).DayNumber;
        if (run.StartedAt > request.Now.AddDays(1))
        {
            yield return new(Standing.NotReady, "age", $"the run is of {GateWords.Of(DateOnly.FromDateTime(run.StartedAt.UtcDateTime))}, which is still to come: this clock or that one is wrong");
        }
        else if (request.Policy.MaximumAgeDays is { } most)
        {
            yield return age > most
                ? new(Standing.NotReady, "age", $"the run ended {GateWords.Days(age)} ago, and {request.Policy.File} takes {GateWords.Days(most)}: certify again")
                : new(Standing.Holds, "age", $"the run is not older than {GateWords.Days(most)}");
        }

        yield return GateWords.DayOf(run.ValidUntil) switch
        {
            null => new(Standing.NotReady, "validity", "the certificate names no last day: it is of an earlier version; certify again"),
            { } last when last < request.Today => new(Standing.NotReady, "validity", $"the certificate was valid until {run.ValidUntil}: certify again"),
            _ => new(Standing.Holds, "validity", $"the certificate is valid until {run.ValidUntil}"),
        };
    }
}
