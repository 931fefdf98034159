using Readiness.Checks;
using Readiness.Checks.Backoff;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>One piece of work whose requests met a planned fault.</summary>
/// <param name="Call">The operation, once it ended; null before, and where it cannot be judged.</param>
/// <param name="Attempts">The requests that the fault was planned for, in order.</param>
internal sealed record FaultyWork(OperationCall? Call, AttemptSeries Attempts)
{
    /// <summary>True where at least one attempt met the fault. A circuit breaker may keep a piece of work from the wire altogether.</summary>
    public bool MetTheFault => Attempts.Attempts.Any(attempt => attempt.Fault is not null);

    /// <summary>The last moment at which anything was seen of it.</summary>
    public TimeSpan LastSeen => Later(Attempts.LastSeen ?? TimeSpan.Zero, Call?.EndedAt ?? TimeSpan.Zero);

    /// <summary>Reads the work of that purpose, and notes what hinders the verdict.</summary>
    /// <returns>Only the work that met the fault; none of it is a gap, which is noted.</returns>
    public static IReadOnlyList<FaultyWork> Read(Trial trial, ScenarioEvidence evidence, string purpose, string operation, string request)
    {
        IReadOnlyList<FaultyWork> all =
        [
            .. evidence.StimuliFor(purpose).Select(stimulus => new FaultyWork(trial.Answered(stimulus, operation), AttemptSeries.Of(evidence.ExchangesOf(stimulus, request)))),
        ];
        IReadOnlyList<FaultyWork> met = [.. all.Where(work => work.MetTheFault)];
        foreach (var work in met)
        {
            trial.Rest(work.Attempts.Numbers);
        }

        // Work that is still open may yet meet it, and says so itself.
        if (met.Count == 0 && all.All(work => work.Call is not null))
        {
            trial.Lacks($"no {request} met the planned fault");
        }

        return met;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
