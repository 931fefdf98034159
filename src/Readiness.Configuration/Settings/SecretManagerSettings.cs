namespace Readiness.Configuration;

/// <summary>The secrets manager that the integration reads its secrets from, and that the harness plays.</summary>
public sealed record SecretManagerSettings
{
    public required SecretManagerChoice Manager { get; init; }

    /// <summary>Port 0 takes a free one.</summary>
    public required Uri Listen { get; init; }

    /// <summary>The manager as the integration sees it; null where that is the address it listens on.</summary>
    public required Uri? PublicUrl { get; init; }

    /// <summary>How often a process may read a value without a cause within 60 s, 1 to 600.</summary>
    public required int ReadsPerMinute { get; init; }
}
