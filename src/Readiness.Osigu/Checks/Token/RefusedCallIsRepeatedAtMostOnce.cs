using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Checks.Backoff;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-05: where a new token is refused as well, the call is not repeated again.</summary>
/// <remarks>Source: Error handling. Both pages about a 401 are followed by at most one repetition.</remarks>
public sealed class RefusedCallIsRepeatedAtMostOnce : ICheck
{
    private const int MostSearches = 2;

    public ItemId Item { get; } = new("OSG-TOKEN-05");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("refused-look-up") is not [var stimulus, ..])
        {
            trial.Lacks("no patient was looked up whose look-up is answered 401");
            return trial.Conclude(() => "");
        }

        var searches = evidence.ExchangesOf(stimulus, "search-beneficiary");
        trial.Rest(searches.Select(search => search.Number));
        if (searches.Count > MostSearches)
        {
            trial.Breach(
                $"at most {MostSearches} look-ups of a patient whose look-up is answered 401",
                $"{searches.Count} look-ups ({Say.List(searches.Select(search => search.Number))})",
                "repeat a call once after a 401, with a new token, and report the second refusal",
                searches.Select(search => search.Number));
        }

        if (evidence.OperationOf(stimulus, "beneficiary.search") is { } asked)
        {
            JudgeTokens(trial, asked);
        }

        if (trial.Answered(stimulus, "beneficiary.search") is { } call)
        {
            JudgeEnd(trial, call, searches.Count);
        }

        return trial.Conclude(() => $"{Say.Count(searches.Count, "look-up")} ({Say.List(searches.Select(search => search.Number))}), all answered 401; none after that for {Say.Seconds(BoundedWatch.Shortest)}");
    }

    private static void JudgeTokens(Trial trial, OperationCall call)
    {
        Exchange[] meanwhile = [.. trial.Journal.Exchanges.Where(exchange => call.IsOpenAt(exchange.At))];
        int[] requests = [.. meanwhile.Where(exchange => exchange.Request.Operation == "token").Select(request => request.Number)];

        // Who fetches a token for every call is no loop, and another item's business.
        var most = Math.Max(MostSearches * trial.Processes, meanwhile.Length - requests.Length);
        if (requests.Length > most)
        {
            trial.Breach(
                $"at most {Say.Count(most, "token request")} for a call that is refused",
                $"{Say.Count(requests.Length, "token request")} ({Say.List(requests)})",
                "fetch one new token after a 401, and report the second refusal",
                requests);
        }
    }

    private static void JudgeEnd(Trial trial, OperationCall call, int searches)
    {
        if (searches == 0)
        {
            trial.Lacks("the look-up did not reach the sandbox");
        }

        if (call.Outcome == Outcome.Unanswered)
        {
            UserMessages.MustTell(trial, call, "that the provider refused the call");
        }

        trial.Watched(call.At, call.EndedAt!.Value + BoundedWatch.Shortest);
    }
}
