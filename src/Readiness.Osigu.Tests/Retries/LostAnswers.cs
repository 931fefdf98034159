namespace Readiness.Osigu.Tests.Retries;

/// <summary>Writes whose connection died.</summary>
internal static class LostAnswers
{
    public const string NotKnown = "The connection was lost, and it is not known whether this was done.";

    public static JournalBuilder Work(this JournalBuilder journal, string id, string operation, string write, double at, Outcome? outcome, string? message = null, double lasts = 2) =>
        journal.Stimulus(id, "lost-answer", at, data: [("operation", operation), ("write", write)]).Operation(id, operation, at, outcome, message, lasts: lasts);

    /// <summary>A request that got no answer although the provider had worked.</summary>
    public static JournalBuilder LostAfter(this JournalBuilder journal, string id, string write, double at, string connection = "c1", string sent = "{}", string? fault = "F1") =>
        journal.Call(id, write, at, status: 0, sent: sent, fault: fault, transmission: Transmission.Reset, connection: connection, withheld: 201);

    /// <summary>A request that got no answer and that the provider never saw.</summary>
    public static JournalBuilder LostBefore(this JournalBuilder journal, string id, string write, double at) =>
        journal.Call(id, write, at, status: 0, sent: "{}", fault: "F2", transmission: Transmission.Reset);
}
