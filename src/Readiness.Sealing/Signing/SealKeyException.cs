namespace Readiness.Sealing.Signing;

/// <summary>A key that cannot be used. The message never holds any of it.</summary>
public sealed class SealKeyException(string message) : Exception(message);
