using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>A connection to a receiver.</summary>
/// <param name="Tls">Null over plain http.</param>
internal sealed record OpenConnection(Stream Stream, DeliveryTls? Tls);
