using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-02: over the whole run there are no more tokens than its length and the harness's own doing explain.</summary>
/// <remarks>Source: Testing with sandbox, "rate limits". A fixed timer of about 50 minutes is what the page describes, so 45 minutes are allowed.</remarks>
public sealed class TokensAreNotRenewedWithoutNeed : ICheck
{
    private const int FewestCalls = 20;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(45);

    public ItemId Item { get; } = new("OSG-TOKEN-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var journal = evidence.Journal;
        Exchange[] issued = [.. journal.TokensIssued];
        (int Count, string Cause)[] reasons = [.. Reasons(journal, trial.Processes).Where(reason => reason.Count > 0)];
        var allowed = reasons.Sum(reason => reason.Count);
        var sum = string.Join(", ", reasons.Select(reason => $"{reason.Count} for {reason.Cause}"));
        if (issued.Length > allowed)
        {
            trial.Breach(
                $"at most {Say.Count(allowed, "token")} in {Say.Seconds(journal.End)}: {sum}",
                $"{issued.Length} tokens (token requests {Say.List(issued.Select(request => request.Number))})",
                "renew the token once for the whole application, about 50 minutes after it was issued",
                issued.Select(request => request.Number));
        }
        else if (UnexplainedTokens.In(journal, trial.Processes, Renewal) is { Count: > UnexplainedTokens.Tolerated } unexplained)
        {
            trial.Breach(
                "a new token only at the start, after a restart, after a refusal, or about 50 minutes after the last one",
                $"{unexplained.Count} tokens without any of these (token requests {Say.List(unexplained.Select(request => request.Number))})",
                "renew the token once for the whole application, about 50 minutes after it was issued",
                unexplained.Select(request => request.Number));
        }

        Exchange[] calls = [.. journal.ApiCalls];
        var length = calls.Length == 0 ? TimeSpan.Zero : calls[^1].At - calls[0].At;
        if (calls.Length < FewestCalls || length < Shortest)
        {
            var seen = $"{Say.Count(calls.Length, "call")} over {Say.Seconds(length)}; {FewestCalls} over {Say.Seconds(Shortest)} are needed to tell";
            trial.Awaits((calls.Length == 0 ? journal.End : calls[0].At) + Shortest, "more traffic", seen);
        }

        trial.Rest(issued.Select(request => request.Number));
        return trial.Conclude(() => $"{Say.Count(issued.Length, "token")} for {Say.Count(calls.Length, "call")} in {Say.Seconds(journal.End)}; {allowed} explained: {sum}");
    }

    private static IEnumerable<(int Count, string Cause)> Reasons(Journal journal, int processes)
    {
        var renewals = (int)(journal.End / Renewal);
        var refusals = journal.Exchanges.Count(exchange => exchange is { Status: 401, Fault: not null, Request.Operation: not "token" });
        yield return (processes, $"the start of {Say.Count(processes, "process", "processes")}");
        yield return (processes * renewals, $"the {Say.Count(renewals, "renewal")} of a run of this length");
        yield return (Revocations(journal, processes), "tokens that the harness revoked");
        yield return (processes * journal.NotesNamed(NoteNames.IntegrationRestarted).Count(), "restarts by the harness");
        yield return (processes * 2 * journal.NotesNamed(OsiguNotes.ShortLivedToken).Count(), "a token that was issued for a short life");
        yield return (refusals, "calls that the harness refused with 401");
        yield return (journal.Exchanges.Count(exchange => exchange is { Status: 401, Fault: null } && exchange.CarriesTokenOfProduction), "calls with a token of production, which OSG-TOKEN-06 tells about");
    }

    // A revocation that met no valid token gives nobody a reason to ask for a new one.
    private static int Revocations(Journal journal, int processes) =>
        journal.NotesNamed(NoteNames.TokenRevoked).Where(note => !string.IsNullOrEmpty(note["token"])).Sum(note => Math.Max(processes, Together(journal, note)));

    /// <summary>How many tokens were asked for after a revocation that met several operations at once: how many are too many is for the scenarios of those to say.</summary>
    private static int Together(Journal journal, Note note)
    {
        if (!int.TryParse(note[OsiguNotes.Parallel], NumberStyles.None, CultureInfo.InvariantCulture, out var operations))
        {
            return 0;
        }

        var round = new RevocationRound(journal, note);
        return Math.Min(operations, journal.TokensIssued.Count(request => request.At >= note.At && request.At <= round.EndedAt));
    }
}
