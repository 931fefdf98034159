using System.Text.RegularExpressions;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks;

/// <summary>What a user is told is never judged by its wording: it must be there, carry no secret, and differ between kinds of trouble.</summary>
/// <remarks>
/// Each pair of kinds is judged on one side only, so that one weak message fails one item: the outage's message is the reference for all,
/// the message for a person who was not found for all but itself. A reference that the run does not have has no effect.
/// </remarks>
internal static partial class UserMessages
{
    private static readonly (string Purpose, string Kind) Outage = ("lasting-fault", "an outage");

    private static readonly (string Purpose, string Kind) NotFound = ("unknown-person", "a person who was not found");

    /// <summary>The operation did not succeed, so there must be a message, without a secret.</summary>
    public static void MustBeThere(Trial trial, OperationCall call)
    {
        if (string.IsNullOrWhiteSpace(call.Reply?.Message))
        {
            trial.Breach(
                "a message for the user whenever an operation does not succeed",
                $"{call.Operation} ({call.Number}) ended as {Word(call)} without a message",
                "tell the user what happened and what to do; hand the same text to the driver as \"message\"",
                call.Number);
        }

        MustCarryNoSecret(trial, call);
    }

    /// <summary>The operation ended as failed, with a message. A missing answer counts as not told if the integration is alive.</summary>
    /// <param name="what">What the user must be told, such as <c>that the person was not found</c>.</param>
    public static void MustTell(Trial trial, OperationCall call, string what)
    {
        switch (call.Outcome)
        {
            case Outcome.Failed:
                MustBeThere(trial, call);
                break;
            case Outcome.Unanswered when !trial.Hung(call):
                break;
            default:
                trial.Breach(
                    $"{call.Operation} ends as failed, and the user is told {what}",
                    $"{call.Operation} ({call.Number}) ended as {Word(call)}",
                    $"end the operation and tell the user {what}",
                    call.Number);
                break;
        }
    }

    /// <summary>The message differs from what is said about an outage.</summary>
    public static void MustDifferFromOutage(Trial trial, OperationCall call) => MustDiffer(trial, call, Outage);

    /// <summary>The message differs from what is said about an outage and about a person who was not found.</summary>
    public static void MustDifferFromOutageAndNotFound(Trial trial, OperationCall call)
    {
        MustDiffer(trial, call, Outage);
        MustDiffer(trial, call, NotFound);
    }

    /// <summary>The provider's status as the integration reports it; its absence is weak, not wrong.</summary>
    public static void ShouldReport(Trial trial, OperationCall call, int status)
    {
        if (call.Outcome == Outcome.Failed && call.Reply!.ErrorStatus != status)
        {
            var reported = call.Reply.ErrorStatus is { } other ? $"error.status {other}" : "no error.status";
            trial.Advise($"{call.Operation} ({call.Number}) reports {reported}; the provider answered {status}");
        }
    }

    private static void MustCarryNoSecret(Trial trial, OperationCall call)
    {
        string[] secrets = [.. call.Reply!.Facts.Select(fact => fact.Name).Where(IsSecret).Distinct()];
        if (secrets.Length > 0)
        {
            trial.Breach(
                "no secret in what a user is shown",
                $"the answer to {call.Operation} ({call.Number}) carries {Say.List(secrets)}",
                "take requests, headers and credentials out of messages and results",
                call.Number);
        }
    }

    private static void MustDiffer(Trial trial, OperationCall call, (string Purpose, string Kind) other)
    {
        if (call is not { Outcome: Outcome.Failed, Reply.Message: { } message } || string.IsNullOrWhiteSpace(message))
        {
            return;
        }

        var same = References(trial.Journal, other.Purpose).Where(reference => Essence(reference.Reply!.Message!) == Essence(message)).ToArray();
        if (same.Length > 0)
        {
            trial.Breach(
                $"a message that differs from the one for {other.Kind}",
                $"{call.Operation} ({call.Number}) says the same as {same[0].Operation} ({same[0].Number}), which met {other.Kind}: \"{message}\"",
                "choose the message by what the provider answered; different causes ask the user for different actions",
                call.Number,
                same[0].Number);
        }
    }

    private static IEnumerable<OperationCall> References(Journal journal, string purpose)
    {
        var stimuli = journal.NotesNamed(NoteNames.Stimulus).Where(note => note["purpose"] == purpose).Select(note => note["stimulus"]).ToHashSet();
        return journal.Operations.Where(call =>
            call is { Asked.Role: OperationRole.Stimulus, Outcome: Outcome.Failed }
            && stimuli.Contains(call.Stimulus)
            && !string.IsNullOrWhiteSpace(call.Reply!.Message));
    }

    /// <summary>The message without what differs from case to case: numbers, and what the journal masked.</summary>
    private static string Essence(string message) =>
        Spaces().Replace(Numbers().Replace(Masks().Replace(message, "[]"), "#"), " ").Trim().ToUpperInvariant();

    private static bool IsSecret(string name) => name is "client.secret" or "webhook.secret" || name.StartsWith("token-", StringComparison.Ordinal);

    /// <summary>The outcome in one word.</summary>
    public static string Word(OperationCall call) => call.Outcome?.ToString().ToLowerInvariant() ?? "open";

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Masks();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
