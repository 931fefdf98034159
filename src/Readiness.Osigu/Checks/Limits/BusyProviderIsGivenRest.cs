using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Checks.Backoff;
using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Checks.Limits;

/// <summary>OSG-RATE-01: attempts at look-ups that are always answered 429, without a time to come back, pause, come to an end, and the users are told.</summary>
/// <remarks>The look-ups are asked for at the same moment, so that users who come back in step can be seen. That is weak and not wrong.</remarks>
public sealed class BusyProviderIsGivenRest : ICheck
{
    private static readonly TimeSpan InStep = TimeSpan.FromMilliseconds(20);

    public ItemId Item { get; } = new("OSG-RATE-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = FaultyWork.Read(trial, evidence, "busy-look-up", "beneficiary.search", "search-beneficiary");
        foreach (var work in works.Where(work => work.Call is not null))
        {
            UserMessages.MustTell(trial, work.Call!, "that the provider is busy");
        }

        PausesBetween.Judge(trial, works);
        JudgeStep(trial, works);
        AttemptEnd.Judge(trial, works);
        return trial.Conclude(() => $"{Say.Count(works.Count, "look-up")} met 429 without end: {AttemptEnd.Seen(trial.Journal, works)}; {PausesBetween.Words(works)}");
    }

    private static void JudgeStep(Trial trial, IReadOnlyList<FaultyWork> works)
    {
        IReadOnlyList<AttemptSeries> series = [.. works.Select(work => work.Attempts).Where(attempts => attempts.Retries >= 2)];
        if (series.Count < 2)
        {
            return;
        }

        var rounds = series.Min(attempts => attempts.Retries);
        var together = Enumerable.Range(1, rounds).Count(round =>
            series.Max(attempts => attempts.Attempts[round].At) - series.Min(attempts => attempts.Attempts[round].At) < InStep);
        if (together == rounds)
        {
            trial.Advise($"{Say.Count(series.Count, "look-up")} came back in step, {Say.Count(rounds, "time")} within {Say.Seconds(InStep)} of each other; add jitter, so that users who were turned away together do not return together");
        }
    }
}
