namespace Readiness.SecretManagers.Vault;

/// <summary>A client token as the played Vault remembers it.</summary>
/// <param name="ExpiresAt">Null for one that does not expire within a run.</param>
internal sealed record VaultToken(string Value, string Accessor, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, string Path, string DisplayName)
{
    /// <summary>The accessor alone: a record would print the token too.</summary>
    public override string ToString() => Accessor;
}
