using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Token;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>OSG-SEC-01: once the old client secret counts no more, tokens are asked for with the new one only, and the work goes on before and after.</summary>
/// <remarks>
/// Source: Testing with sandbox, "go-live checklist". How the provider rotates a client secret is not documented; most token servers take both for a while.
/// Until the old one is retired either may be used: several processes take a new secret up one after the other. Where it lies in a secrets manager,
/// one request of each process may meet a refusal that has the manager read again.
/// </remarks>
public sealed class RotatedClientSecretIsTakenUp : ICheck
{
    private const string Secret = "client.secret";
    private const string Next = "ask for the secret whenever a token is requested, or keep it no longer than secrets.rotation.withinSeconds; a new secret must not need a release";

    public ItemId Item { get; } = new("OSG-SEC-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (RotationTrial.Of(trial, evidence, Secret) is not { } rotation)
        {
            return trial.Conclude(() => "");
        }

        Exchange[] after = [.. trial.Journal.TokenRequests.Where(request => request.At >= rotation.Retired && request.At <= rotation.Until)];
        Exchange[] carrying = [.. after.Where(CarriesTheOld)];
        Exchange[] learning = [.. carrying.Where(request => HadTheManagerRead(trial.Journal, request)).Take(trial.Processes)];
        Exchange[] old = [.. carrying.Except(learning)];
        Exchange[] renewed = [.. after.Where(request => request.Succeeded && !CarriesTheOld(request))];
        if (old.Length > 0)
        {
            trial.Breach(
                "token requests with the new client secret only, once the old one counts no more",
                $"{Say.Count(old.Length, "token request")} ({Say.List(old.Select(request => request.Number))}) with the old one, the first {Say.Seconds(old[0].At - rotation.Retired)} after it was retired and {Say.Seconds(old[0].At - rotation.From)} after the new one was there",
                Next,
                old.Select(request => request.Number));
        }
        else if (renewed.Length == 0)
        {
            trial.Lacks("no token was granted after the old client secret was retired, so that nothing shows which one is used");
        }

        var during = GoesOn(trial, evidence, "during-rotation", "while both client secrets count", rotation.From, rotation.Retired);
        var later = GoesOn(trial, evidence, "after-rotation", "once the old client secret counts no more", rotation.Retired, rotation.Until);
        trial.Rest(renewed.Select(request => request.Number));
        return trial.Conclude(() =>
            $"{Say.Count(renewed.Length, "token")} with the new client secret and none with the old one after it was retired (channel: {rotation.Channel}); {Say.Count(during, "look-up")} succeeded while both counted, {later} after");
    }

    /// <summary>Whoever keeps for minutes what its secrets manager handed out learns from the refusal that it has to read again: once in each process, and the next request carries the new one.</summary>
    private static bool HadTheManagerRead(Journal journal, Exchange request) =>
        request is { Status: 401, EndedAt: { } refused }
        && journal.ManagerReads.FirstOrDefault(read => read.At >= refused) is { EndedAt: { } known }
        && journal.TokenRequests.FirstOrDefault(next => next.At >= known) is { Succeeded: true } next
        && !CarriesTheOld(next);

    private static bool CarriesTheOld(Exchange request) => request.Request.Facts.Any(fact => fact.Name == Secret);

    /// <summary>Judges that work went on in that part of the trial: somebody was found. One look-up may meet the revoked token and end with it; whoever asks for no token at all shows nothing about secrets.</summary>
    /// <returns>How many look-ups succeeded.</returns>
    private static int GoesOn(Trial trial, ScenarioEvidence evidence, string purpose, string when, TimeSpan from, TimeSpan until)
    {
        OperationCall[] asked = [.. evidence.StimuliFor(purpose).Select(stimulus => evidence.OperationOf(stimulus, "beneficiary.search")).OfType<OperationCall>()];
        var succeeded = asked.Count(call => call.Outcome == Outcome.Succeeded);
        if (asked.Length == 0)
        {
            trial.Lacks($"nothing was asked of the integration {when}");
        }
        else if (succeeded == 0 && asked.Count(trial.Answered) == asked.Length)
        {
            if (asked.Length > 1 && asked.All(call => call.Outcome == Outcome.Failed) && trial.Journal.TokensIssued.Any(request => request.At >= from && request.At <= until))
            {
                trial.Breach($"the work goes on {when}", $"none of {Say.Count(asked.Length, "look-up")} ({Say.List(asked.Select(call => call.Number))}) succeeded", Next, asked.Select(call => call.Number));
            }
            else
            {
                trial.Lacks($"no look-up succeeded {when}");
            }
        }

        return succeeded;
    }
}
