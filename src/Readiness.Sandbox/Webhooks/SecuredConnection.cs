using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>A connection to a receiver whose certificate was found good.</summary>
public sealed record SecuredConnection(Stream Stream, DeliveryTls Tls);
