namespace Readiness.Drivers.Launch;

/// <summary>How the integration under test is started. Templates are already filled in.</summary>
public sealed record LaunchPlan
{
    public required string Command { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public required string WorkingDirectory { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The address that answers 2xx once the integration is ready; null where the driver's answer is enough.</summary>
    public Uri? Ready { get; init; }

    /// <summary>How long it may take to get ready.</summary>
    public required TimeSpan ReadyLimit { get; init; }
}
