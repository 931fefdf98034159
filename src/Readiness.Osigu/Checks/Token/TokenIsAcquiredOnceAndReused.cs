using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-01: many calls, one after the other, share the token that was acquired once.</summary>
/// <remarks>
/// Source: Obtaining tokens. Reads ten look-ups. A token of an earlier scenario may be used, and each process may renew its token once in between.
/// </remarks>
public sealed class TokenIsAcquiredOnceAndReused : ICheck
{
    public ItemId Item { get; } = new("OSG-TOKEN-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var stimuli = evidence.StimuliFor("look-up");
        OperationCall[] operations = [.. stimuli.SelectMany(evidence.OperationsOf).Where(call => call.Operation == "beneficiary.search")];
        var over = operations.Count(trial.Answered) == operations.Length;
        var span = operations.Length == 0
            ? (From: TimeSpan.Zero, To: TimeSpan.Zero)
            : (From: operations[0].At, To: operations.Max(call => call.EndedAt ?? evidence.Journal.End));
        Exchange[] requests = [.. evidence.Journal.TokensIssued.Where(request => Within(request, span))];
        Exchange[] calls = [.. evidence.Journal.ApiCalls.Where(call => Within(call, span))];

        JudgeSharing(trial, requests, calls);
        JudgeStates(trial, calls);
        TokenRequestForm.Judge(trial);

        var looked = stimuli.Count(stimulus => evidence.ExchangesOf(stimulus, "search-beneficiary").Count > 0);
        if (stimuli.Count == 0 || (over && looked < stimuli.Count))
        {
            trial.Lacks($"{looked} of {Say.Count(stimuli.Count, "look-up")} reached the sandbox");
        }

        trial.Rest(calls.Select(call => call.Number));
        trial.Rest(requests.Select(request => request.Number));
        return trial.Conclude(() =>
            $"{Say.Count(calls.Length, "call")} under {Say.List(calls.Select(call => call.TokenName).Distinct())}; {Say.Count(requests.Length, "token request")}");
    }

    private static void JudgeSharing(Trial trial, Exchange[] requests, Exchange[] calls)
    {
        var processes = trial.Processes;
        if (requests.Length > processes)
        {
            trial.Breach(
                $"at most {Say.Count(processes, "token request")} while the patients are looked up, one for each declared process",
                $"{Say.Count(requests.Length, "token request")} ({Say.List(requests.Select(request => request.Number))}) for {Say.Count(calls.Length, "call")}",
                "keep the token in one place that all users and jobs share, until shortly before it expires",
                requests.Select(request => request.Number));
        }

        string?[] names = [.. calls.Where(call => call.TokenState == "valid").Select(call => call.TokenName).Distinct()];
        // A renewal on the way is no fault, so each request may add a name.
        if (names.Length > processes + Math.Min(requests.Length, processes))
        {
            trial.Breach(
                "calls that share the token",
                $"{names.Length} tokens ({Say.List(names)}) over {Say.Count(calls.Length, "call")}, with {Say.Count(processes, "process", "processes")} declared",
                "share one token between users and jobs, or declare in integration.processes how many processes hold one of their own",
                calls.Select(call => call.Number));
        }
    }

    private static void JudgeStates(Trial trial, Exchange[] calls)
    {
        Exchange[] bad = [.. calls.Where(call => call.TokenState != "valid")];
        if (bad.Length > 0)
        {
            trial.Breach(
                "a token that counts on every call",
                $"{Say.Count(bad.Length, "call")} ({Say.List(bad.Select(call => call.Number))}) with a token that is {Say.List(bad.Select(call => call.TokenState).Distinct())}",
                "send the access token that the token endpoint returned, and renew it before it expires",
                bad.Select(call => call.Number));
        }
    }

    private static bool Within(Exchange exchange, (TimeSpan From, TimeSpan To) span) => exchange.At >= span.From && exchange.At <= span.To;
}
