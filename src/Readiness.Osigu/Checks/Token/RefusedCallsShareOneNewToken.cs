using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-05: calls that were on their way when their token was refused share one new token, also when their refusals come one after the other.</summary>
/// <remarks>
/// Source: Error handling. A refusal speaks of the token that the call came with; whoever throws away the newer one instead fetches a token for each call.
/// </remarks>
public sealed class RefusedCallsShareOneNewToken : ICheck
{
    /// <summary>Of eight refusals; fewer tokens than this are advice.</summary>
    private const int Crowd = 5;

    public ItemId Item { get; } = new("OSG-TOKEN-05");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (RevocationRound.Of(evidence.Journal, evidence.StartedAt, evidence.EndedAt) is not [var round, ..])
        {
            trial.Lacks("no token was refused while calls were on their way");
            return trial.Conclude(() => "");
        }

        Exchange[] refused = [.. evidence.Journal.ApiCalls.Where(call => call is { TokenState: "revoked", Status: 401 } && call.At <= round.At && call.EndedAt >= round.At)];
        trial.Rest(refused.Select(call => call.Number));
        if (refused.Length < Crowd)
        {
            trial.Lacks($"{Say.Count(refused.Length, "call")} on their way when the token was refused; {Crowd} are needed");
        }

        if (round.Operations.Count(trial.Answered) == round.Operations.Count)
        {
            JudgeTokens(trial, round, refused);
        }

        return trial.Conclude(() => $"{Say.Count(refused.Length, "call")} were refused one after the other ({Say.List(refused.Select(call => call.Number))}), and {Say.Count(round.TokenRequests.Count, "token request")} followed");
    }

    private static void JudgeTokens(Trial trial, RevocationRound round, Exchange[] refused)
    {
        var requests = round.TokenRequests;
        trial.Rest(requests.Select(request => request.Number));

        // Who had a token for each of these calls lost as many: that is another item's business.
        var allowed = Math.Max(trial.Processes, refused.Select(call => call.TokenName).Distinct().Count()) + 1;
        if (requests.Count > allowed && requests.Count >= Crowd)
        {
            trial.Breach(
                $"at most {Say.Count(allowed, "token request")} after one token was refused, however many calls came with it",
                $"{Say.Count(requests.Count, "token request")} ({Say.List(requests.Select(request => request.Number))}) for {Say.Count(refused.Length, "refused call")}",
                "compare before throwing away: a 401 only ends the token that the call was sent with, and a newer one stays",
                requests.Select(request => request.Number));
        }
        else if (requests.Count > allowed)
        {
            trial.Advise($"{Say.Count(requests.Count, "token request")} followed {Say.Count(refused.Length, "call")} that one token was refused to; one is enough");
        }

        if (trial.Journal.ApiCalls.FirstOrDefault(call => call.TokenState == "valid" && call.At >= round.At) is { } accepted)
        {
            trial.Rest(accepted.Number);
        }
        else
        {
            trial.Awaits(round.EndedAt + Trial.OperationLimit, "a call with a new token", "no call with a new token followed the refusals");
        }
    }
}
