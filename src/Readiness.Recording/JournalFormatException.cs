namespace Readiness.Recording;

/// <summary>A journal on disk that cannot be read.</summary>
public sealed class JournalFormatException(string message, Exception inner) : Exception(message, inner);
