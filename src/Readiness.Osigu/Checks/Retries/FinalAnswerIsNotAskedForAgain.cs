using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Checks.Backoff;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-02: a look-up that was refused for good is not sent again unchanged.</summary>
/// <remarks>Another search form is another question. A repetition with a new token after 401 is another item's subject.</remarks>
public sealed class FinalAnswerIsNotAskedForAgain : ICheck
{
    public ItemId Item { get; } = new("OSG-RETRY-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var stimuli = evidence.StimuliFor("final-answer");
        if (stimuli.Count == 0)
        {
            trial.Lacks("no look-up with a final answer was made");
        }

        foreach (var stimulus in stimuli)
        {
            JudgeOne(trial, evidence, stimulus, Status(stimulus));
        }

        return trial.Conclude(() => Seen(evidence, stimuli));
    }

    private static void JudgeOne(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, int status)
    {
        var searches = evidence.ExchangesOf(stimulus, "search-beneficiary");
        trial.Rest(searches.Select(search => search.Number));
        JudgeRepetition(trial, searches, status);
        if (trial.Answered(stimulus, "beneficiary.search") is not { } call)
        {
            return;
        }

        if (!searches.Any(search => search.Status == status))
        {
            trial.Lacks($"no look-up was answered {status}");
            return;
        }

        if (call.Outcome == Outcome.Succeeded)
        {
            trial.Breach(
                $"a look-up that was answered {status} does not succeed",
                $"beneficiary.search ({call.Number}) ended as succeeded",
                "take the outcome from the provider's answer and show its reason",
                [call.Number, .. searches.Select(search => search.Number)]);
        }
        else if (trial.Hung(call))
        {
            trial.Lacks($"beneficiary.search ({call.Number}) was not answered within its limit, so that it is not known whether it gave up");
        }

        UserMessages.ShouldReport(trial, call, status);
        trial.Watched(call.At, Last(call, searches) + QuietWatch.Of(trial.Journal));
    }

    private static void JudgeRepetition(Trial trial, IReadOnlyList<Exchange> searches, int status)
    {
        foreach (var same in searches.GroupBy(search => (search.Request.Method, search.Request.Target, search.Request.Body.Digest)))
        {
            Exchange[] sent = [.. same];
            if (sent.FirstOrDefault(search => search.Status == status) is not { EndedAt: { } refused } first)
            {
                continue;
            }

            // What was under way before the refusal was known is no repetition of it.
            Exchange[] again = [.. sent.Where(search => search.Number > first.Number && search.At >= refused && !AttemptSeries.IsReplay(first, search))];
            if (again.Length > 0)
            {
                trial.Breach(
                    $"a look-up that was answered {status} is not sent again unchanged",
                    $"sent {Say.Count(again.Length + 1, "time")} with the same bytes ({Say.List([first.Number, .. again.Select(search => search.Number)])}), first again after {Say.Seconds(again[0].At - refused)}",
                    "retry on 5xx, 429 and lost connections only; show the reason of a refusal to the user",
                    [first.Number, .. again.Select(search => search.Number)]);
            }
        }
    }

    private static string Seen(ScenarioEvidence evidence, IReadOnlyList<Stimulus> stimuli) => string.Join("; ", stimuli.Select(stimulus =>
    {
        var searches = evidence.ExchangesOf(stimulus, "search-beneficiary");
        return $"{Say.Count(searches.Count, "look-up")}, answered {Say.List(searches.Select(search => search.Status))}, none of them sent again; silent for {Say.Seconds(evidence.Journal.End - (searches[^1].EndedAt ?? searches[^1].At))} since";
    }));

    private static TimeSpan Last(OperationCall call, IReadOnlyList<Exchange> searches) =>
        searches.Select(search => search.EndedAt ?? search.At).Append(call.EndedAt!.Value).Max();

    private static int Status(Stimulus stimulus) => int.Parse(stimulus["status"] ?? "0", CultureInfo.InvariantCulture);
}
