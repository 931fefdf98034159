namespace Readiness.Configuration;

/// <summary>The integration under test, and how it is started.</summary>
public sealed record IntegrationSettings
{
    public required string Name { get; init; }

    public required string? Version { get; init; }

    /// <summary>How many of its processes hold a token cache of their own, 1 to 100.</summary>
    public required int Processes { get; init; }

    /// <summary>0 to 65535; 0 takes a free port.</summary>
    public required int Port { get; init; }

    /// <summary>Whether it is already running.</summary>
    public required bool Attach { get; init; }

    /// <summary>Null where the harness launches nothing.</summary>
    public required LaunchSettings? Launch { get; init; }

    /// <summary>Null where there is no way to restart an integration that the harness did not launch.</summary>
    public required RestartSettings? Restart { get; init; }
}
