namespace Readiness.Osigu.Tests.Retries;

/// <summary>Look-ups whose requests meet a planned fault.</summary>
internal static class FaultyLookUps
{
    public const string OutOfOrder = "The insurer's system is out of order. Please try again in a few minutes.";

    /// <summary>One look-up: attempts at the given seconds after its start, each answered within 10 ms.</summary>
    /// <param name="statuses">One for each attempt; every 503 is the planned fault's.</param>
    public static JournalBuilder LookUp(
        this JournalBuilder journal,
        string id,
        string purpose,
        double at,
        double[] attempts,
        int[] statuses,
        Outcome? outcome = Outcome.Succeeded,
        string? message = null,
        double lasts = 5,
        string operation = "beneficiary.search",
        string request = "search-beneficiary")
    {
        journal.Stimulus(id, purpose, at).Operation(id, operation, at, outcome, message, lasts: lasts);
        foreach (var (offset, status) in attempts.Zip(statuses))
        {
            journal.Call(id, request, at + offset, status, sent: $$"""{"document_number":"[{{id}}]"}""", fault: status == 503 ? "F1" : null);
        }

        return journal;
    }

    /// <summary>A look-up that is always answered 503.</summary>
    public static JournalBuilder LastingLookUp(this JournalBuilder journal, string id, double at, double[] attempts, Outcome? outcome = Outcome.Failed, string? message = OutOfOrder, double lasts = 5) =>
        journal.LookUp(id, "lasting-fault", at, attempts, [.. attempts.Select(_ => 503)], outcome, message, lasts);
}
