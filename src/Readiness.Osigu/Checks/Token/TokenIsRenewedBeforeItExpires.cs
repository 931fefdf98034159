using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>OSG-TOKEN-02: a token with a short life is renewed in its last five minutes, or replaced at its first refusal.</summary>
/// <remarks>Source: Obtaining tokens. Clients renew 1 to 5 minutes early; one with a fixed timer learns from the first 401. Both are right.</remarks>
public sealed class TokenIsRenewedBeforeItExpires : ICheck
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan EarlyEnough = TimeSpan.FromSeconds(305);

    public ItemId Item { get; } = new("OSG-TOKEN-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.Journal.NotesNamed(OsiguNotes.ShortLivedToken).FirstOrDefault(note => evidence.Covers(note.At)) is not { } note)
        {
            trial.Lacks("no token was given a short life");
            return trial.Conclude(() => "");
        }

        var lifetime = note["lifetime"] ?? "";
        if (evidence.Journal.TokensIssued.FirstOrDefault(request => request.At >= note.At && request.TokenLifetime == lifetime) is not { } issue)
        {
            trial.Awaits(evidence.EndedAt + Trial.OperationLimit, "a request for the token with a short life", "no token was asked for after the next one was given a short life");
            return trial.Conclude(() => "");
        }

        return Judge(trial, issue, TimeSpan.FromSeconds(double.Parse(lifetime, CultureInfo.InvariantCulture)));
    }

    private static Judgement Judge(Trial trial, Exchange issue, TimeSpan lifetime)
    {
        var journal = trial.Journal;
        var expiry = issue.EndedAt!.Value + lifetime;
        var name = issue.TokenIssued;
        var refusal = journal.ApiCalls.FirstOrDefault(call => call is { TokenState: "expired", Status: 401 } && call.TokenName == name);
        var renewal = journal.TokensIssued.FirstOrDefault(request => request.At > issue.At);
        trial.Rest(issue.Number);
        if (Interference(journal, issue.At, renewal is not null && renewal.At < expiry + Grace ? renewal.At : expiry + Grace, name) is { } interference)
        {
            trial.Lacks($"the harness itself ended the use of {name}: {interference}");
            return trial.Conclude(() => "");
        }

        if (refusal is not null && journal.SentAgainAfter(refusal) is { Count: > 0 } again)
        {
            trial.Breach(
                $"no call under {name} after it was refused as expired",
                $"{Say.Count(again.Count, "call")} ({Say.List(again.Select(call => call.Number))}) under {name} after the refusal of {refusal.Number}",
                "renew the token by the lifetime that came with it, and replace it at the latest when it is refused",
                [refusal.Number, .. again.Select(call => call.Number)]);
        }

        var going = journal.ApiCalls.Where(call => call.At >= expiry && call.At <= expiry + Grace).Select(call => call.Number).ToArray();
        if (renewal is not null && renewal.At <= expiry + Grace)
        {
            trial.Rest(renewal.Number);
            if (renewal.At < expiry - EarlyEnough)
            {
                trial.Advise($"{name} was replaced {Say.Seconds(expiry - renewal.At)} before its end; five minutes are early enough");
            }
        }
        else if (journal.End < expiry + Grace)
        {
            trial.Awaits(expiry + Grace, $"the renewal of {name}", $"the run ended {Say.Seconds(expiry + Grace - journal.End)} before the watch could");
        }
        else if (going.Length > 0)
        {
            trial.Breach(
                $"a new token at the latest {Say.Seconds(Grace)} after {name} expired",
                $"none, although {Say.Count(going.Length, "call")} ({Say.List(going)}) came after the end of its {Say.Seconds(lifetime)}",
                "renew the token by the lifetime that came with it, not by a fixed one",
                going);
        }
        else
        {
            trial.Lacks($"no call came after {name} had expired");
        }

        return trial.Conclude(() => renewal!.At < expiry
            ? $"{name} lived {Say.Seconds(lifetime)} and was replaced {Say.Seconds(expiry - renewal.At)} before its end (exchange {renewal.Number})"
            : $"{name} lived {Say.Seconds(lifetime)} and was replaced {Say.Seconds(renewal.At - expiry)} after its end (exchange {renewal.Number})");
    }

    /// <summary>What the harness did meanwhile that makes any client ask for a new token; null where it left the token alone.</summary>
    private static string? Interference(Journal journal, TimeSpan from, TimeSpan to, string? token) => journal.Notes
        .Where(note => note.At > from && note.At <= to)
        .Where(note => note.Name == NoteNames.IntegrationRestarted
            || (note.Name == NoteNames.TokenRevoked && note["token"]?.Split(", ").Contains(token) == true))
        .Select(note => $"{note.Name} ({note.Number})")
        .FirstOrDefault();
}
