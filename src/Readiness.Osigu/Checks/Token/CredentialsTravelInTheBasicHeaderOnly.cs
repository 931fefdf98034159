using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-04: over the whole run, id and secret stand in the Basic header of token requests, access tokens in the Bearer header, and neither anywhere else.</summary>
/// <remarks>
/// Source: Obtaining tokens. Both halves may be percent-encoded before Base64 (RFC 6749, section 2.3.1). The client's id is no secret, so beside
/// token requests it may stand where it likes. Server software, too, sends Sec-Fetch headers; only a browser sends Origin or Referer here.
/// </remarks>
public sealed class CredentialsTravelInTheBasicHeaderOnly : ICheck
{
    public ItemId Item { get; } = new("OSG-TOKEN-04");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var journal = evidence.Journal;
        Exchange[] requests = [.. journal.TokenRequests];
        Exchange[] calls = [.. journal.Exchanges.Except(requests)];
        Exchange[] right = [.. requests.Where(request => request.CarriesOwnCredentials)];
        JudgeTokenRequests(trial, requests);
        JudgeBrowsers(trial, requests);
        JudgeCalls(trial, calls);
        JudgeTokens(trial, journal.Exchanges);
        JudgeAnswers(trial);
        if (right.Length == 0)
        {
            trial.Lacks("no token request came with this run's credentials in its Basic header, so that nothing shows where they travel");
        }

        trial.Rest(right.Select(request => request.Number));
        return trial.Conclude(() =>
            $"{Say.Count(right.Length, "token request")} with the credentials in the Basic header; neither they nor a token stood anywhere else in {Say.Count(calls.Length, "call")}, "
            + $"{Say.Count(journal.Deliveries.Count(delivery => delivery.Answer is not null), "webhook answer")} and {Say.Count(journal.Operations.Count, "answered operation")}");
    }

    private static void JudgeTokenRequests(Trial trial, Exchange[] requests)
    {
        // A header other than Authorization may name the client, never its secret.
        var misplaced = requests
            .Select(request => (request.Number, Facts: Occurrences(request, fact => (fact.IsClientSecret && fact is not { IsInAuthorization: true, Encoding: "basic" }) || (fact.IsClientId && (fact.IsInUrl || fact.IsInBody)))))
            .Where(request => request.Facts.Length > 0)
            .ToArray();
        if (misplaced.Length > 0)
        {
            trial.Breach(
                "client_id and client_secret in the Basic header of a token request, and nowhere else in it",
                $"{Say.Count(misplaced.Length, "token request")} ({Say.List(misplaced.Select(request => request.Number))}) with {Words(misplaced.SelectMany(request => request.Facts))}",
                "take the credentials out of form and URL: Authorization: Basic alone identifies the client. Many libraries have a setting for it, such as \"client_secret_basic\"",
                misplaced.Select(request => request.Number));
        }
    }

    private static void JudgeBrowsers(Trial trial, Exchange[] requests)
    {
        Exchange[] browsed = [.. requests.Where(request => request.RequestHeader("Origin") is not null || request.RequestHeader("Referer") is not null)];
        if (browsed.Length > 0)
        {
            trial.Breach(
                "token requests that a server sends",
                $"{Say.Count(browsed.Length, "token request")} ({Say.List(browsed.Select(request => request.Number))}) with the header {Say.List(new[] { "Origin", "Referer" }.Where(name => browsed.Any(request => request.RequestHeader(name) is not null)))}, as a browser sends it",
                "ask for tokens on the server: whoever has the page in a browser has the secret as well",
                browsed.Select(request => request.Number));
        }
    }

    private static void JudgeCalls(Trial trial, Exchange[] calls)
    {
        var leaking = calls.Select(call => (call.Number, Facts: Occurrences(call, fact => fact.IsClientSecret))).Where(call => call.Facts.Length > 0).ToArray();
        if (leaking.Length > 0)
        {
            trial.Breach(
                "no client secret in a call that is no token request",
                $"{Say.Count(leaking.Length, "call")} ({Say.List(leaking.Select(call => call.Number))}) with {Words(leaking.SelectMany(call => call.Facts))}",
                "send the access token and nothing else with calls to the API",
                leaking.Select(call => call.Number));
        }
    }

    private static void JudgeTokens(Trial trial, IReadOnlyList<Exchange> exchanges)
    {
        // An address that the provider does not have may be meant for revoking a token (RFC 7009), which puts it into the body.
        var shown = exchanges
            .Select(exchange => (exchange.Number, Facts: Occurrences(exchange, fact => fact.IsAccessToken && (fact.IsInUrl || (fact.IsInBody && exchange.Request.Operation is not null)))))
            .Where(exchange => exchange.Facts.Length > 0)
            .ToArray();
        if (shown.Length > 0)
        {
            trial.Breach(
                "access tokens in the Authorization header only",
                $"{Say.Count(shown.Length, "request")} ({Say.List(shown.Select(exchange => exchange.Number))}) with {Words(shown.SelectMany(exchange => exchange.Facts))}",
                "take the token out of URL and body: addresses end up in the logs of every machine on the way",
                shown.Select(exchange => exchange.Number));
        }
    }

    private static void JudgeAnswers(Trial trial)
    {
        var answers = trial.Journal.Deliveries.Select(delivery => (delivery.Number, What: "the answer to a webhook", Facts: delivery.Answer?.Facts ?? []))
            .Concat(trial.Journal.Operations.Select(call => (call.Number, What: $"the answer to {call.Operation}", Facts: call.Reply?.Facts ?? [])))
            .Select(answer => (answer.Number, answer.What, Facts: answer.Facts.Where(fact => fact.IsClientSecret || fact.IsAccessToken).ToArray()))
            .Where(answer => answer.Facts.Length > 0)
            .ToArray();
        if (answers.Length > 0)
        {
            trial.Breach(
                "neither credentials nor tokens in what the integration answers",
                $"{Say.List(answers.Select(answer => answer.What).Distinct())} ({Say.List(answers.Select(answer => answer.Number))}) with {Words(answers.SelectMany(answer => answer.Facts))}",
                "keep requests, headers and settings out of answers, results and messages",
                answers.Select(answer => answer.Number));
        }
    }

    private static Occurrence[] Occurrences(Exchange exchange, Func<Occurrence, bool> which) => [.. exchange.Request.Facts.Where(which)];

    private static string Words(IEnumerable<Occurrence> facts) => Say.List(facts.Select(fact => $"{Name(fact)} in the {fact.Place}").Distinct());

    private static string Name(Occurrence fact) => fact.IsClientSecret ? "client_secret" : fact.IsClientId ? "client_id" : "an access token";
}
