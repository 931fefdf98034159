using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>One webhook request, ready to be sent as it stands.</summary>
public sealed record WebhookMessage
{
    public required Uri Url { get; init; }

    public required string EventId { get; init; }

    public required string EventType { get; init; }

    public string? Stimulus { get; init; }

    /// <summary>True where a correct receiver must accept it.</summary>
    public required bool Genuine { get; init; }

    /// <summary>How it is sent, in one word for the journal.</summary>
    public required string Manner { get; init; }

    /// <summary>The environment that a trial of two is about, for the journal; null for the one that is certified.</summary>
    public string? Environment { get; init; }

    /// <summary>Headers in order, signature included; <c>Host</c>, <c>Content-Length</c> and <c>Connection</c> are the dispatcher's.</summary>
    public required IReadOnlyList<Header> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }
}
