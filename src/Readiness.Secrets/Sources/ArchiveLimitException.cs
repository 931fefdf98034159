namespace Readiness.Secrets.Sources;

/// <summary>An archive is larger than what is opened of one.</summary>
public sealed class ArchiveLimitException(string message) : Exception(message);
