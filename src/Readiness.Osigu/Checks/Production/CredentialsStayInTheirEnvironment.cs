using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Token;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Production;

/// <summary>OSG-TOKEN-06: over the whole run no credentials and no token of the sandbox arrive at production, nor the other way round.</summary>
/// <remarks>Source: Testing with sandbox. A client's id is no secret; it counts where it stands for the client, in the Authorization header.</remarks>
public sealed class CredentialsStayInTheirEnvironment : ICheck
{
    public ItemId Item { get; } = new("OSG-TOKEN-06");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var sides = new TwoEnvironments(evidence);
        JudgeSide(trial, sides.ToProduction, "production", "the sandbox", fact => !TwoEnvironments.IsProductions(fact));
        JudgeSide(trial, sides.ToSandbox, "the sandbox", "production", TwoEnvironments.IsProductions);
        Exchange[] asked = [.. sides.InProduction.Journal.TokenRequests.Where(request => HasOwnPair(request))];
        if (asked.Length == 0)
        {
            trial.Lacks("no token request with production's own credentials came to production, so that nothing shows where its credentials go");
        }

        sides.JudgeSignsOfLife(trial, "both-environments", facts => facts.Any(fact => fact is { IsAccessToken: true, IsInAuthorization: true }), "call with a token of its own");
        trial.Rest(asked.Select(request => request.Number));
        return trial.Conclude(() =>
            $"{Say.Count(asked.Length, "token request")} and {Say.Count(sides.InProduction.Journal.ApiCalls.Count(), "call")} to production came with production's own credentials, "
            + $"and none of them in {Say.Count(sides.ToSandbox.Count, "request")} to the sandbox");
    }

    private static void JudgeSide(Trial trial, IReadOnlyList<Exchange> arrived, string here, string other, Func<Occurrence, bool> isForeign)
    {
        Exchange[] pairs = [.. arrived.Where(exchange => Foreign(exchange, isForeign).Any(fact => fact.IsClientSecret || (fact.IsClientId && fact.IsInAuthorization)))];
        if (pairs.Length > 0)
        {
            trial.Breach(
                $"requests to {here} with credentials of {here}",
                $"{Say.Count(pairs.Length, "request")} to {here} ({Say.List(pairs.Select(exchange => exchange.Number))}) with client_id or client_secret of {other}",
                "keep a pair for each environment, and read id, secret, token address and API address from one place for each, so that none can be switched without the others",
                pairs.Select(exchange => exchange.Number));
        }

        Exchange[] tokens = [.. arrived.Where(exchange => Foreign(exchange, isForeign).Any(fact => fact.IsAccessToken))];
        if (tokens.Length > 0)
        {
            trial.Breach(
                $"calls to {here} with tokens that {here} has issued",
                $"{Say.Count(tokens.Length, "call")} to {here} ({Say.List(tokens.Select(exchange => exchange.Number))}) with an access token of {other}",
                "keep the tokens of each environment apart: put the address that issued a token into the key under which it is cached",
                tokens.Select(exchange => exchange.Number));
        }
    }

    private static IEnumerable<Occurrence> Foreign(Exchange exchange, Func<Occurrence, bool> isForeign) =>
        exchange.Request.Facts.Where(isForeign).Select(TwoEnvironments.Own);

    private static bool HasOwnPair(Exchange request)
    {
        Occurrence[] own = [.. request.Request.Facts.Where(TwoEnvironments.IsProductions).Select(TwoEnvironments.Own)];
        return own.Any(fact => fact is { IsClientId: true, IsInAuthorization: true, Encoding: "basic" }) && own.Any(fact => fact is { IsClientSecret: true, IsInAuthorization: true, Encoding: "basic" });
    }
}
