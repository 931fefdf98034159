namespace Readiness.Running;

/// <summary>A scenario could not be exercised: it proves nothing, in either direction.</summary>
public sealed class NotExercisedException(string reason) : Exception(reason);
