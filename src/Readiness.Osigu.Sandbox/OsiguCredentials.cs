using System.Security.Cryptography;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox;

/// <summary>What the provider hands to a partner. Minted for one run, so that it can be recognised anywhere later.</summary>
public sealed record OsiguCredentials
{
    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>The key of webhook signatures; its UTF-8 bytes, as they stand, are the key.</summary>
    public required string WebhookSecret { get; init; }

    /// <summary>Takes the credentials that a running integration already has, invents what is not among them, and makes all known as <c>client.id</c>, <c>client.secret</c> and <c>webhook.secret</c>.</summary>
    /// <param name="given">By those names.</param>
    /// <param name="environment">As the provider names it, for the client's id.</param>
    public static OsiguCredentials Mint(MintedValues minted, IReadOnlyDictionary<string, string> given, string environment = "sandbox") => new()
    {
        ClientId = minted.Register("client.id", given.GetValueOrDefault("client.id") ?? $"{environment}-client-{RandomNumberGenerator.GetHexString(12, lowercase: true)}", MintedKind.Identifier).Value,
        ClientSecret = minted.Register("client.secret", given.GetValueOrDefault("client.secret") ?? NewClientSecret(), MintedKind.Secret).Value,
        WebhookSecret = minted.Register("webhook.secret", given.GetValueOrDefault("webhook.secret") ?? NewWebhookSecret(), MintedKind.Secret).Value,
    };

    /// <summary>Invents the client secret that follows this one, and makes it known as <c>client.secret.rotated</c>.</summary>
    public OsiguCredentials WithNewClientSecret(MintedValues minted) => this with { ClientSecret = minted.Register("client.secret.rotated", NewClientSecret(), MintedKind.Secret).Value };

    /// <summary>Invents the webhook secret that follows this one, and makes it known as <c>webhook.secret.rotated</c>.</summary>
    public OsiguCredentials WithNewWebhookSecret(MintedValues minted) => this with { WebhookSecret = minted.Register("webhook.secret.rotated", NewWebhookSecret(), MintedKind.Secret).Value };

    /// <summary>The identifier alone: a record would print the secrets too.</summary>
    public override string ToString() => ClientId;

    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static string NewClientSecret() => RandomNumberGenerator.GetString(Alphanumeric, 40);

    private static string NewWebhookSecret() => $"osg_wh_{RandomNumberGenerator.GetString(Alphanumeric, 40)}";
}
