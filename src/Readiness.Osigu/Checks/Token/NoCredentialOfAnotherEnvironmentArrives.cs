using System.Globalization;
using System.Text.RegularExpressions;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-06: no credentials, no token and no host name of another environment arrive at this run's sandbox. What happens elsewhere cannot be seen; a person states it.</summary>
/// <remarks>
/// Source: Testing with sandbox. Every credential of this run was minted for it. A token that an integration had kept from before the run is refused at
/// once and may be thrown away then; what is too short to be a token is a fault of another kind.
/// </remarks>
public sealed partial class NoCredentialOfAnotherEnvironmentArrives : ICheck
{
    private const string Production = "api.osigu.com";
    private const int ShortestToken = 16;

    public ItemId Item { get; } = new("OSG-TOKEN-06");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var journal = evidence.Journal;
        JudgePairs(trial);
        JudgeTokens(trial);
        JudgeHosts(trial);
        Exchange[] requests = [.. journal.TokenRequests.Where(request => request.CarriesOwnCredentials)];
        Exchange[] calls = [.. journal.Exchanges.Where(call => call.CarriesOwnToken)];
        if (requests.Length == 0 || calls.Length == 0)
        {
            trial.Lacks($"{Say.Count(requests.Length, "token request")} and {Say.Count(calls.Length, "call")} came with this run's credentials; both are needed to tell that no others did");
        }

        return trial.Conclude(() => $"{Say.Count(calls.Length, "call")} and {Say.Count(requests.Length, "token request")}, and every credential was this run's");
    }

    private static void JudgePairs(Trial trial)
    {
        Exchange[] foreign = [.. trial.Journal.Exchanges.Where(exchange => HasForeignPair(exchange) || HasForeignFields(exchange))];
        if (foreign.Length > 0)
        {
            trial.Breach(
                "client_id and client_secret of this environment, as the harness handed them over for this run",
                $"{Say.Count(foreign.Length, "request")} ({Say.List(foreign.Select(exchange => exchange.Number))}) with credentials that this sandbox never issued",
                "keep one pair for each environment, read both halves and both addresses from the same place, and take every pair out of the code",
                foreign.Select(exchange => exchange.Number));
        }
    }

    private static void JudgeTokens(Trial trial)
    {
        var begin = trial.Journal.NotesNamed(NoteNames.ScenarioStarted).FirstOrDefault()?.At ?? TimeSpan.MaxValue;
        foreach (var token in trial.Journal.Exchanges.Where(HasForeignToken).GroupBy(exchange => exchange.RequestHeader("Authorization")))
        {
            if (token.All(exchange => exchange.At < begin))
            {
                trial.Advise($"{Say.Count(token.Count(), "call")} ({Say.List(token.Select(exchange => exchange.Number))}) came with a token from before the run, and with a new one afterwards");
                continue;
            }

            trial.Breach(
                "access tokens that this sandbox has issued",
                $"{Say.Count(token.Count(), "call")} ({Say.List(token.Select(exchange => exchange.Number))}) with a token that this sandbox never issued",
                "keep the tokens of each environment apart, by the address that issued them, and take every token out of code and settings",
                token.Select(exchange => exchange.Number));
        }
    }

    private static void JudgeHosts(Trial trial)
    {
        Exchange[] production = [.. trial.Journal.Exchanges.Where(exchange => exchange.RequestHeader("Host")?.Split(':')[0].Equals(Production, StringComparison.OrdinalIgnoreCase) == true)];
        if (production.Length > 0)
        {
            trial.Breach(
                "requests to the sandbox under the sandbox's own name",
                $"{Say.Count(production.Length, "request")} ({Say.List(production.Select(exchange => exchange.Number))}) to {Production}",
                "read the API's address from the settings of the environment; it must not be diverted on the way",
                production.Select(exchange => exchange.Number));
        }
    }

    // A pair of nothing is a setting that is missing, and none of another environment.
    private static bool HasForeignPair(Exchange exchange) =>
        exchange.RequestHeader("Authorization") is { } header
        && header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
        && Masked().Matches(header).Any(mask => Length(mask) > 0)
        && header.Contains("]:[", StringComparison.Ordinal);

    private static bool HasForeignFields(Exchange exchange) =>
        exchange.Request.Operation == "token"
        && TokenRequestForm.Pairs(exchange).Any(pair => pair.StartsWith("client_", StringComparison.Ordinal) && Masked().Match(pair) is { Success: true } mask && Length(mask) > 0);

    private static bool HasForeignToken(Exchange exchange) =>
        exchange.RequestHeader("Authorization") is { } header
        && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && Masked().Match(header) is { Success: true } mask
        && Length(mask) >= ShortestToken;

    private static int Length(Match mask) => int.Parse(mask.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>What stands in a journal in the place of a text that this run did not mint.</summary>
    [GeneratedRegex(@"\[[0-9a-f]+, (\d+) chars\]")]
    private static partial Regex Masked();
}
