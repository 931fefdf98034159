using System.Text.Json.Serialization;

namespace Readiness.Recording;

/// <summary>One line of the journal. Its number is its line in <c>journal.ndjson</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RunStarted), "run")]
[JsonDerivedType(typeof(RequestReceived), "request")]
[JsonDerivedType(typeof(ResponseSent), "response")]
[JsonDerivedType(typeof(DeliverySent), "delivery")]
[JsonDerivedType(typeof(DeliveryAnswered), "delivery-answer")]
[JsonDerivedType(typeof(OperationStarted), "operation")]
[JsonDerivedType(typeof(OperationEnded), "operation-end")]
[JsonDerivedType(typeof(Note), "note")]
public abstract record JournalEntry
{
    private int number;

    private protected JournalEntry()
    {
    }

    /// <summary>1 for the first entry, without gaps.</summary>
    public int Number { get => number; init => number = value; }

    /// <summary>When it happened, from the start of the run on one monotonic clock.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Gives a fresh entry its place. Nobody but the recorder has seen it yet.</summary>
    internal void Place(int at) => number = at;
}
