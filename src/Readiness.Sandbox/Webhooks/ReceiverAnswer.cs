using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>What a webhook receiver answered.</summary>
internal sealed record ReceiverAnswer(int Status, IReadOnlyList<Header> Headers, ReadOnlyMemory<byte> Body);
