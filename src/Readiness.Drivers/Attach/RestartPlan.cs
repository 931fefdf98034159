namespace Readiness.Drivers.Attach;

/// <summary>The command that restarts a running integration. Templates are already filled in.</summary>
public sealed record RestartPlan
{
    public required string Command { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public required string WorkingDirectory { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take to its end.</summary>
    public required TimeSpan Limit { get; init; }
}
