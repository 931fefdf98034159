namespace Readiness.Recording;

/// <summary>How the receiver answered a delivery, or that it did not.</summary>
public sealed record DeliveryAnswered : JournalEntry
{
    /// <summary>The number of the delivery.</summary>
    public required int Of { get; init; }

    /// <summary>When the last byte of the request was sent; the acknowledgement is timed from here.</summary>
    public required TimeSpan LastByteSentAt { get; init; }

    /// <summary>When the last byte of the answer was in, or the delivery was given up.</summary>
    public required TimeSpan LastByteAt { get; init; }

    /// <summary>The receiver's status; 0 where none came.</summary>
    public required int Status { get; init; }

    public IReadOnlyList<Header> Headers { get; init; } = [];

    public RecordedBody Body { get; init; } = RecordedBody.None;

    /// <summary>Minted values in its headers and body.</summary>
    public IReadOnlyList<Occurrence> Facts { get; init; } = [];

    /// <summary>Why no status came: <c>timed out</c>, <c>connection refused</c>, <c>closed without an answer</c>; null where one did.</summary>
    public string? Problem { get; init; }

    /// <summary>What came of TLS; null over plain http, and where no connection came about.</summary>
    public DeliveryTls? Tls { get; init; }
}
