using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>OSG-FLOW-01: from the search to the dispensation, each call uses the identifier that the provider returned for it.</summary>
/// <remarks>
/// Source: Testing with sandbox; Authorizations. Forms and configuration may come from a cache, indications and reads may come anywhere in between,
/// and codes may be dispensed in any order.
/// </remarks>
public sealed class EveryAuthorizationIsDispensedUnderItsOwnCode : ICheck
{
    public ItemId Item { get; } = new("OSG-FLOW-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("dispense-two") is not [var stimulus, ..])
        {
            trial.Lacks("no authorization was requested for two kinds of products");
            return trial.Conclude(() => "");
        }

        var search = evidence.ExchangesOf(stimulus, "search-beneficiary").FirstOrDefault(call => call.Succeeded);
        var initiates = evidence.ExchangesOf(stimulus, "initiate-authorization");
        Exchange[] completed = [.. evidence.ExchangesOf(stimulus, "complete-authorization").Where(call => call.Succeeded)];
        Authorization[] authorizations = [.. completed.SelectMany(Authorization.In)];
        var dispensing = new Dispensing(evidence, stimulus);
        trial.Rest(evidence.ExchangesOf(stimulus).Select(call => call.Number));

        JudgeBeneficiary(trial, search, initiates);
        JudgeStarts(trial, completed, authorizations, dispensing);
        JudgeClaims(trial, evidence.ExchangesOf(stimulus, "create-claim"));
        if (HappyEnding.Judge(trial, evidence, stimulus, "authorization.request", "dispensation.dispense"))
        {
            JudgeEnd(trial, evidence.ExchangesOf(stimulus).Count, authorizations, dispensing);
        }

        return trial.Conclude(() => $"{authorizations.Count(one => one.IsApproved)} authorizations, each dispensed under its own code (exchanges {Say.List(dispensing.Starts.Select(start => start.Number))})");
    }

    private static void JudgeBeneficiary(Trial trial, Exchange? search, IReadOnlyList<Exchange> initiates)
    {
        var returned = search?.Answered("/beneficiary_id");
        foreach (var initiate in initiates.Where(call => search is null || search.At > call.At || call.Sent("/beneficiary_id") != returned))
        {
            trial.Breach(
                "an authorization request for the beneficiary_id that the search returned",
                $"initiate-authorization {initiate.Number} for {initiate.Sent("/beneficiary_id") ?? "none"}; {(search is null ? "no search was answered 2xx" : $"search {search.Number} returned {returned}")}",
                "look the patient up first and take beneficiary_id from that answer",
                search is null ? [initiate.Number] : [search.Number, initiate.Number]);
        }
    }

    private static void JudgeStarts(Trial trial, Exchange[] completed, Authorization[] authorizations, Dispensing dispensing)
    {
        string[] codes = [.. authorizations.Select(one => one.Code).OfType<string>()];
        foreach (var start in dispensing.StartsOtherThan(codes))
        {
            trial.Breach(
                $"a dispensation under one of the codes that the provider returned: {(codes.Length == 0 ? "none so far" : Say.List(codes))}",
                $"start-dispensation {start.Number} under {Dispensing.Code(start) ?? "no code"}",
                "send the authorization_code of each authorization as \"code\", not an identifier",
                start.Number);
        }

        foreach (var start in dispensing.Starts.Where(start => completed.Length > 0 && start.At < completed[0].At))
        {
            trial.Breach(
                "a dispensation after the request was completed",
                $"start-dispensation {start.Number} before complete-authorization {completed[0].Number}",
                "complete the authorization request before dispensing",
                start.Number,
                completed[0].Number);
        }
    }

    private static void JudgeClaims(Trial trial, IReadOnlyList<Exchange> claims)
    {
        if (claims.Count > 0)
        {
            trial.Breach(
                "no claim beside an insured dispensation: the provider makes it",
                $"create-claim {Say.List(claims.Select(claim => claim.Number))}",
                "do not submit a claim for what was dispensed under an authorization",
                claims.Select(claim => claim.Number));
        }
    }

    private static void JudgeEnd(Trial trial, int calls, Authorization[] authorizations, Dispensing dispensing)
    {
        Authorization[] approved = [.. authorizations.Where(one => one is { IsApproved: true, Code: not null })];
        string[] left = [.. approved.Select(one => one.Code!).Where(code => !dispensing.IsCompleted(code))];
        if (calls == 0)
        {
            trial.Lacks("no call about this patient reached the sandbox");
        }
        else if (approved.Length == 0)
        {
            trial.Breach(
                "a completed request with approved authorizations",
                "no complete-authorization that brought an approved authorization",
                "initiate the request, attach what the sponsor wants, and complete it");
        }
        else if (left.Length > 0)
        {
            trial.Breach(
                $"a completed dispensation for each of {Say.List(approved.Select(one => one.Code))}",
                $"no completed dispensation under {Say.List(left)}",
                "start and complete a dispensation for every approved authorization of the request, not for the first only",
                dispensing.Starts.Concat(dispensing.Completions).Select(call => call.Number));
        }
    }
}
