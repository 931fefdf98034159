using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.SecretManagers.Vault;

/// <summary>The envelopes in which Vault answers.</summary>
internal static class VaultAnswers
{
    /// <summary>What Vault says where a token is good and no policy of it allows the path.</summary>
    public const string NotAllowed = "1 error occurred:\n\t* permission denied\n\n";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly IReadOnlyList<Header> Headers =
    [
        new("Cache-Control", "no-store"),
        new("Content-Type", "application/json"),
        new("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ];

    /// <summary>A moment in RFC 3339 with a fraction, in UTC.</summary>
    public static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static JsonArray Policies() => ["default", "readiness"];

    public static ProviderAnswer Json(int status, JsonObject body) => new() { Status = status, Headers = Headers, Body = JsonSerializer.SerializeToUtf8Bytes(body, Plain) };

    /// <summary>A read that succeeded.</summary>
    public static ProviderAnswer Data(JsonObject data, string mountType) => Json(200, Envelope(data, null, mountType));

    /// <summary>A client token and its lease.</summary>
    public static ProviderAnswer Auth(VaultToken token) => Json(200, Envelope(null, new JsonObject
    {
        ["client_token"] = token.Value,
        ["accessor"] = token.Accessor,
        ["policies"] = Policies(),
        ["token_policies"] = Policies(),
        ["metadata"] = new JsonObject { ["role_name"] = "readiness" },
        ["lease_duration"] = token.ExpiresAt is null ? 0 : (long)VaultTokens.Lease.TotalSeconds,
        ["renewable"] = token.ExpiresAt is not null,
        ["entity_id"] = "",
        ["token_type"] = "service",
        ["orphan"] = true,
        ["mfa_requirement"] = null,
        ["num_uses"] = 0,
    }, ""));

    /// <param name="looked">Why, for the journal; the client is told as little as Vault tells.</param>
    public static ProviderAnswer Refuse(int status, string looked, params string[] errors) => Json(status, new JsonObject { ["errors"] = new JsonArray([.. errors.Select(error => (JsonNode)error)]) }) with
    {
        Annotations = new Dictionary<string, string> { [SecretManagerAnnotations.Looked] = looked },
    };

    private static JsonObject Envelope(JsonObject? data, JsonObject? auth, string mountType) => new()
    {
        ["request_id"] = Guid.NewGuid().ToString(),
        ["lease_id"] = "",
        ["renewable"] = false,
        ["lease_duration"] = 0,
        ["data"] = data,
        ["wrap_info"] = null,
        ["warnings"] = null,
        ["auth"] = auth,
        ["mount_type"] = mountType,
    };
}
