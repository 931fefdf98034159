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

    public required LaunchSettings Launch { get; init; }
}
