namespace Readiness.Running;

/// <summary>A check failed provisionally; the scenario ends here, the verdict is the journal's.</summary>
public sealed class ItemFailedException(string findings) : Exception(findings);
