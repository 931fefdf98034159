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

    /// <summary>Invents credentials and makes them known as <c>client.id</c>, <c>client.secret</c> and <c>webhook.secret</c>.</summary>
    public static OsiguCredentials Mint(MintedValues minted) => new()
    {
        ClientId = minted.Register("client.id", $"sandbox-client-{RandomNumberGenerator.GetHexString(12, lowercase: true)}", MintedKind.Identifier).Value,
        ClientSecret = minted.Register("client.secret", RandomNumberGenerator.GetString(Alphanumeric, 40), MintedKind.Secret).Value,
        WebhookSecret = minted.Register("webhook.secret", $"osg_wh_{RandomNumberGenerator.GetString(Alphanumeric, 40)}", MintedKind.Secret).Value,
    };

    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
}
