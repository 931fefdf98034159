namespace Readiness.Configuration;

/// <summary>How the integration runs against a second sandbox, which plays production.</summary>
public sealed record ProductionSettings
{
    /// <summary>The port that it listens on there; 0 takes a free one.</summary>
    public required int Port { get; init; }

    /// <summary>How the second process is launched: as the first one, with production's templates in the place of the sandbox's; null where the first one serves production as well.</summary>
    public required LaunchSettings? Launch { get; init; }

    /// <summary>As written, perhaps with a port's template; null where the driver has no address.</summary>
    public required string? DriverUrl { get; init; }

    /// <summary>As written, perhaps with a port's template; null where production's events have no receiver of their own.</summary>
    public required string? WebhookUrl { get; init; }

    /// <summary>Port 0 takes a free one.</summary>
    public required Uri Listen { get; init; }

    /// <summary>Production's sandbox as the integration sees it; null where that is the address it listens on.</summary>
    public required Uri? PublicUrl { get; init; }
}
