using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-01: when many operations need a token at the same moment, one request fetches it for all of them.</summary>
/// <remarks>
/// Source: Obtaining tokens, 10 requests a minute. While the token endpoint takes its time, eight operations begin together, in up to three rounds. Two
/// users who ask at the same moment are no danger to the limit, so only a crowd in every round is proof; fewer are advice.
/// </remarks>
public sealed class OneTokenRequestServesAll : ICheck
{
    private const int Rounds = 3;

    /// <summary>Of eight. Twenty users who behave like that are above the limit of ten a minute.</summary>
    private const int Crowd = 5;

    public ItemId Item { get; } = new("OSG-TOKEN-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var rounds = RevocationRound.Of(evidence.Journal, evidence.StartedAt, evidence.EndedAt);
        OperationCall[] operations = [.. rounds.SelectMany(round => round.Operations)];
        if (operations.Length == 0)
        {
            trial.Lacks("no operations began together after the tokens were refused");
        }

        if (operations.Length == 0 || operations.Count(trial.Answered) < operations.Length)
        {
            return trial.Conclude(() => "");
        }

        int[] counts = [.. rounds.Select(round => round.TokenRequestsTogether.Count)];
        trial.Rest(rounds.SelectMany(round => round.TokenRequestsTogether).Select(request => request.Number));
        if (counts.Any(count => count > 0 && count <= trial.Processes))
        {
            JudgeSharing(trial, rounds.First(round => round.TokenRequestsTogether.Count is > 0 and var count && count <= trial.Processes));
        }
        else
        {
            JudgeCrowds(trial, rounds, counts);
        }

        return trial.Conclude(() =>
            $"{Say.List(counts.Select(count => Say.Count(count, "token request")))} for {Say.Count(rounds[^1].Operations.Count, "operation")} that needed a token at the same moment; {Say.Count(rounds[^1].CallsWithANewToken.Count, "call")} came with it");
    }

    /// <summary>One request is only worth something if there was a crowd that it served.</summary>
    private static void JudgeSharing(Trial trial, RevocationRound round)
    {
        var answered = round.TokenRequestsTogether[0].EndedAt ?? trial.Journal.End;
        var waiting = round.Operations.Count(operation => operation.At <= answered);
        var followed = round.Operations.Count(operation => round.CallsWithANewToken.Any(call => call.Concerns(operation.Stimulus!)));
        if (waiting < round.Operations.Count || followed < round.Operations.Count - 1)
        {
            trial.Lacks($"of {Say.Count(round.Operations.Count, "operation")}, {waiting} had begun before the token came, and {followed} went on with it: too few for a crowd");
        }
    }

    private static void JudgeCrowds(Trial trial, IReadOnlyList<RevocationRound> rounds, int[] counts)
    {
        var together = $"{Say.List(counts)} token requests at once, in {Say.Count(counts.Length, "round")} of {Say.Count(rounds[0].Operations.Count, "operation")}";
        if (counts.All(count => count == 0))
        {
            trial.Lacks($"no token was asked for, in {Say.Count(counts.Length, "round")}");
        }
        else if (counts.Length >= Rounds && counts.All(count => count >= Crowd))
        {
            trial.Breach(
                $"at most {Say.Count(trial.Processes, "token request")} for operations that need a token at the same moment, one for each declared process",
                together,
                "let the first one fetch the token and the others wait for it: a lock, or one shared future, around the renewal",
                rounds.SelectMany(round => round.TokenRequestsTogether).Select(request => request.Number));
        }
        else
        {
            trial.Advise($"{together}: let the first one fetch the token and the others wait for it");
        }
    }
}
