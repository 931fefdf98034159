namespace Readiness.Configuration;

/// <summary>The integration under test, and how it is started, or reached where it already runs.</summary>
public sealed record IntegrationSettings
{
    public required string Name { get; init; }

    public required string? Version { get; init; }

    /// <summary>What is tested, as a file or a folder; null where none is declared.</summary>
    public required ArtefactSettings? Artefact { get; init; }

    /// <summary>How many of its processes hold a token cache of their own, 1 to 100.</summary>
    public required int Processes { get; init; }

    /// <summary>0 to 65535; 0 takes a free port.</summary>
    public required int Port { get; init; }

    /// <summary>How it is started; null where it already runs.</summary>
    public required LaunchSettings? Launch { get; init; }

    /// <summary>How it is reached where it already runs; null where it is started.</summary>
    public required AttachSettings? Attach { get; init; }

    /// <summary>Where the credentials are found that it already has, by template; empty where it is started, and gets minted ones.</summary>
    public required IReadOnlyDictionary<string, CredentialReference> Credentials { get; init; }

    /// <summary>Why a variable that names a production host does no harm, by its name; <c>output</c> stands for what the integration writes.</summary>
    public required IReadOnlyDictionary<string, string> Harmless { get; init; }
}
