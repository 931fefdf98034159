namespace Readiness.Sealing.Withholding;

/// <summary>Nothing was withheld; the message says why.</summary>
public sealed class WithholdException(string message) : Exception(message);
