using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Toy.Provider;

/// <summary>Issues tokens for credentials in the body (<c>client_secret_post</c>, RFC 6749 section 2.3.1), and for those only.</summary>
public sealed class TokenDesk(string clientId, string clientSecret, MintedValues minted)
{
    private const string Scheme = "Bearer ";
    private const int LifetimeSeconds = 3600;

    private readonly ConcurrentDictionary<string, string> issued = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Answers a token request.</summary>
    public ProviderAnswer Answer(ProviderCall call)
    {
        if (call.Headers.Value("Authorization") is not null)
        {
            return Refuse("credentials in the header; only those in the body count");
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body.Span));
        if (form.GetValueOrDefault("client_id") != clientId || form.GetValueOrDefault("client_secret") != clientSecret)
        {
            return Refuse("client_id and client_secret in the body are absent or wrong");
        }

        if (form.GetValueOrDefault("grant_type") != "client_credentials")
        {
            return JsonAnswer.Of(400, new JsonObject { ["error"] = "unsupported_grant_type" }, ("looked", "grant_type=client_credentials in the body"));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"token-{Interlocked.Increment(ref count)}");
        var value = RandomNumberGenerator.GetHexString(48, lowercase: true);
        issued[value] = minted.Register(name, value, MintedKind.Secret).Name;
        return JsonAnswer.Of(200, new JsonObject { ["access_token"] = value, ["token_type"] = "bearer", ["expires_in"] = LifetimeSeconds }, ("token", name));
    }

    /// <summary>The name of the token that a call carries; null where it carries none that was issued.</summary>
    public string? Bearer(ProviderCall call) =>
        call.Headers.Value("Authorization") is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? issued.GetValueOrDefault(header[Scheme.Length..].Trim())
            : null;

    private static ProviderAnswer Refuse(string looked) => JsonAnswer.Of(401, new JsonObject { ["error"] = "invalid_client" }, ("looked", looked));
}
