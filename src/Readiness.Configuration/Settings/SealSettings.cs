namespace Readiness.Configuration;

/// <summary>What a run's package is sealed with.</summary>
public sealed record SealSettings
{
    /// <summary>Where the private key is found; null where a key is made for the package alone.</summary>
    public required CredentialReference? Key { get; init; }

    /// <summary>What the provider gave out for this run; null where it gave nothing out.</summary>
    public required string? Nonce { get; init; }
}
