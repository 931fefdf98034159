using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-01: a look-up that met 503 is repeated, and its user does not notice more than a delay.</summary>
/// <remarks>Giving up after one repetition is few, but bounded and told: advice. A circuit breaker that opens over one look-up keeps the next from being repeated.</remarks>
public sealed class PassingFaultIsSurvived : ICheck
{
    public ItemId Item { get; } = new("OSG-RETRY-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = FaultyWork.Read(trial, evidence, "passing-fault", "beneficiary.search", "search-beneficiary");
        var repeatedAnywhere = works.Any(work => work.Attempts.Retries > 0);
        foreach (var work in works.Where(work => work.Call is not null))
        {
            Survived(trial, work.Call!, work, repeatedAnywhere);
        }

        return trial.Conclude(() => $"{Say.Count(works.Count, "look-up")} met 503 and took {Say.List(works.Select(work => work.Attempts.Attempts.Count))} attempts, with pauses of {Pauses(works)}");
    }

    private static void Survived(Trial trial, OperationCall call, FaultyWork work, bool repeatedAnywhere)
    {
        var series = work.Attempts;
        var answered = series.Attempts.Any(attempt => attempt.Succeeded);
        if (call.Outcome == Outcome.Unanswered && !trial.Hung(call))
        {
            return;
        }

        if (series.Retries == 0 && !repeatedAnywhere)
        {
            trial.Breach(
                "a look-up that was answered 503 is sent again after a pause",
                $"1 attempt ({series.Numbers[0]}), then the operation ended as {UserMessages.Word(call)} ({call.Number})",
                "repeat reads on 5xx a few times, with growing pauses",
                [.. series.Numbers, call.Number]);
        }
        else if ((call.Outcome == Outcome.Succeeded) != answered)
        {
            trial.Breach(
                "the look-up succeeds once the provider answers it, and not before",
                $"the operation ended as {UserMessages.Word(call)} ({call.Number}); the attempts were answered {Say.List(series.Attempts.Select(attempt => attempt.Status))}",
                "take the outcome from the last answer of the provider",
                [.. series.Numbers, call.Number]);
        }
        else if (!answered)
        {
            UserMessages.MustTell(trial, call, "that the provider is out of order");
            trial.Advise($"gave up after {Say.Count(series.Attempts.Count, "attempt")} ({Say.List(series.Numbers)}); a later one would have succeeded");
        }
    }

    private static string Pauses(IReadOnlyList<FaultyWork> works) => Say.List(works.SelectMany(work => work.Attempts.Gaps).Select(Say.Seconds));
}
