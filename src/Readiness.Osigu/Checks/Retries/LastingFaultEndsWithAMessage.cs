using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Checks.Backoff;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-01: attempts at a look-up that is always answered 503 pause, come to an end, and the user is told.</summary>
/// <remarks>Pauses need not grow: jitter makes them shrink half of the time. A look-up that a circuit breaker kept from the wire is left out.</remarks>
public sealed class LastingFaultEndsWithAMessage : ICheck
{
    public ItemId Item { get; } = new("OSG-RETRY-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = FaultyWork.Read(trial, evidence, "lasting-fault", "beneficiary.search", "search-beneficiary");
        foreach (var work in works.Where(work => work.Call is not null))
        {
            UserMessages.MustTell(trial, work.Call!, "that the provider is out of order");
        }

        JudgePauses(trial, works);
        AttemptEnd.Judge(trial, works);
        return trial.Conclude(() => $"{Say.Count(works.Count, "look-up")} met 503 without end: {AttemptEnd.Seen(trial.Journal, works)}; {PauseList(works)}");
    }

    private static void JudgePauses(Trial trial, IReadOnlyList<FaultyWork> works)
    {
        IReadOnlyList<IReadOnlyList<TimeSpan>> gaps = [.. works.Select(work => work.Attempts.Gaps)];
        switch (NoDelay.Judge(gaps))
        {
            case Pauses.None:
                trial.Breach(
                    "a pause between attempts: the first three together 150 ms or more",
                    PauseList(works),
                    "wait before each further attempt, longer each time and with some jitter",
                    works.SelectMany(work => work.Attempts.Numbers));
                break;
            case Pauses.Short:
                trial.Advise($"the pauses between attempts are very short: {PauseList(works)}");
                break;
            default:
                break;
        }

        if (ConstantDelay.IsSeen(gaps))
        {
            trial.Advise("the pauses between attempts never grow; let them grow, with some jitter, so that clients which failed together do not come back together");
        }

        if (NestedRetries.Period(gaps) is { } period)
        {
            trial.Advise($"the pauses start anew after every {period} attempts: it looks as if two layers retry, each on its own");
        }
    }

    private static string PauseList(IReadOnlyList<FaultyWork> works) => works.Any(work => work.Attempts.Retries > 0)
        ? $"pauses of {string.Join("; ", works.Where(work => work.Attempts.Retries > 0).Select(work => Say.List(work.Attempts.Gaps.Select(Say.Seconds))))}"
        : "no further attempts";
}
