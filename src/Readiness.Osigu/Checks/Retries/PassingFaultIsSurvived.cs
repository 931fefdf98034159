using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-01: a look-up that met a passing fault is repeated, and its user does not notice more than a delay.</summary>
/// <remarks>
/// Giving up after one repetition is few, but bounded and told: advice. A circuit breaker that opens over one look-up keeps the next from being repeated.
/// The checklist asks for repetitions on 5xx; a connection that dies or stays silent must end as found or told, and not repeating it is advice.
/// </remarks>
public sealed class PassingFaultIsSurvived : ICheck
{
    private const string ServerError = "503";

    public ItemId Item { get; } = new("OSG-RETRY-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var fault = evidence.StimuliFor("passing-fault").Select(stimulus => stimulus["fault"]).FirstOrDefault() ?? ServerError;
        var works = FaultyWork.Read(trial, evidence, "passing-fault", "beneficiary.search", "search-beneficiary");
        var repeatedAnywhere = works.Any(work => work.Attempts.Retries > 0);
        foreach (var work in works.Where(work => work.Call is not null))
        {
            Survived(trial, work.Call!, work, fault, repeatedAnywhere);
        }

        if (works.Count > 0 && works.SelectMany(work => work.Attempts.Attempts).Where(attempt => attempt.Fault is not null).All(WaitedToTheEnd))
        {
            trial.Advise($"every attempt that was left unanswered waited until the provider's side ended it, after {Say.Seconds(works[0].Attempts.Attempts[0].EndedAt!.Value - works[0].Attempts.Attempts[0].At)}: give calls a time-out of their own");
        }

        return trial.Conclude(() => $"{Say.Count(works.Count, "look-up")} met {fault} and took {Say.List(works.Select(work => work.Attempts.Attempts.Count))} attempts, with pauses of {Pauses(works)}");
    }

    private static void Survived(Trial trial, OperationCall call, FaultyWork work, string fault, bool repeatedAnywhere)
    {
        if (fault == ServerError && work.Attempts.Retries == 0 && !repeatedAnywhere && (call.Outcome != Outcome.Unanswered || trial.Hung(call)))
        {
            trial.Breach(
                "a look-up that was answered 503 is sent again after a pause",
                $"1 attempt ({work.Attempts.Numbers[0]}), then the operation ended as {UserMessages.Word(call)} ({call.Number})",
                "repeat reads on 5xx a few times, with growing pauses",
                [.. work.Attempts.Numbers, call.Number]);
        }
        else
        {
            Survival.Judge(trial, call, work, "that the provider is out of order");
        }
    }

    // Half a minute is longer than a clerk waits; a rehearsal is silent for less, and proves nothing about time-outs.
    private static bool WaitedToTheEnd(Exchange attempt) =>
        attempt.Response is { Transmission: Transmission.Reset } ended && ended.LastByteAt - attempt.At >= TimeSpan.FromSeconds(25);

    private static string Pauses(IReadOnlyList<FaultyWork> works) => Say.List(works.SelectMany(work => work.Attempts.Gaps).Select(Say.Seconds));
}
