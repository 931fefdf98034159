namespace Readiness.Configuration;

/// <summary>How the sandbox is served.</summary>
public sealed record SandboxSettings
{
    /// <summary>Port 0 takes a free one.</summary>
    public required Uri Listen { get; init; }

    /// <summary>The sandbox as the integration sees it; null where that is the address it listens on.</summary>
    public required Uri? PublicUrl { get; init; }

    /// <summary>A folder with a partner's own WireMock mapping files, as a full path; null where there is none.</summary>
    public required string? Mappings { get; init; }

    /// <summary>The folder that gets the certificates of the run's authority; null for one of the run's own.</summary>
    public string? AuthorityDirectory { get; init; }

    /// <summary>The profile's own options by their path below <c>sandbox.options</c>, checked against the profile's declaration; its defaults are filled in.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }
}
