namespace Readiness.Secrets.Sources;

/// <summary>Git is not there, or could not do what it was asked.</summary>
public sealed class GitException(string message, Exception? inner = null) : Exception(message, inner);
