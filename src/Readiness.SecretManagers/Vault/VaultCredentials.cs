using System.Security.Cryptography;
using Readiness.Recording;

namespace Readiness.SecretManagers.Vault;

/// <summary>How an integration may identify itself to the played Vault. Minted for one run.</summary>
public sealed record VaultCredentials
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A client token that is good for the whole run.</summary>
    public required string Token { get; init; }

    public required string RoleId { get; init; }

    public required string SecretId { get; init; }

    /// <summary>Invents them and makes them known as <c>vault.token</c>, <c>vault.roleId</c> and <c>vault.secretId</c>.</summary>
    public static VaultCredentials Mint(MintedValues minted) => new()
    {
        Token = minted.Register("vault.token", NewToken(), MintedKind.Secret).Value,
        RoleId = minted.Register("vault.roleId", Guid.NewGuid().ToString(), MintedKind.Identifier).Value,
        SecretId = minted.Register("vault.secretId", Guid.NewGuid().ToString(), MintedKind.Secret).Value,
    };

    /// <summary>The role alone: a record would print the secrets too.</summary>
    public override string ToString() => RoleId;

    /// <summary>The form of a service token since Vault 1.10.</summary>
    internal static string NewToken() => $"hvs.{RandomNumberGenerator.GetString(Alphanumeric, 90)}";
}
