using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>A delivery without an answer. The message says why, as it stands in the journal.</summary>
public sealed class DeliveryProblemException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What came of TLS; null where it did not come to that.</summary>
    public DeliveryTls? Tls { get; init; }
}
