namespace Readiness.Recording;

/// <summary>A receiver's answer before redaction. Never stored.</summary>
public sealed record RawDeliveryAnswer
{
    public required int Of { get; init; }

    public required TimeSpan At { get; init; }

    public required TimeSpan LastByteSentAt { get; init; }

    public required TimeSpan LastByteAt { get; init; }

    public required int Status { get; init; }

    public IReadOnlyList<Header> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? Problem { get; init; }

    public DeliveryTls? Tls { get; init; }
}
