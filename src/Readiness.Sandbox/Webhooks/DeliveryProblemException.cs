namespace Readiness.Sandbox.Webhooks;

/// <summary>Why a delivery has no answer. The message stands in the journal.</summary>
public sealed class DeliveryProblemException(string message, Exception? inner = null) : Exception(message, inner);
