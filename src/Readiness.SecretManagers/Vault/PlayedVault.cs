using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.SecretManagers.Vault;

/// <summary>The read side of HashiCorp Vault: one secret of a KV version 2 engine, client tokens, AppRole.</summary>
/// <remarks>
/// Source: Vault's HTTP API: secret/kv/kv-v2, auth/approle, auth/token, system/health. Tokens carry a policy that allows reading within the mount;
/// anything else is refused as Vault refuses what no policy allows.
/// </remarks>
public sealed class PlayedVault(VaultCredentials credentials, ManagedSecret secret, MintedValues minted, TimeProvider clock) : IProvider
{
    /// <summary>Where the engine is mounted; what a development server has.</summary>
    public const string Mount = "secret";

    private const string Data = $"/v1/{Mount}/data/";
    private const string Metadata = $"/v1/{Mount}/metadata/";
    private const string Mounts = "/v1/sys/internal/ui/mounts/";

    private readonly VaultTokens tokens = new(credentials, minted, clock);

    public string Party => "vault";

    public Route? Route(string method, string path) => (method, path) switch
    {
        ("GET", _) when path.StartsWith(Data, StringComparison.Ordinal) => To(ManagerOperations.VaultRead, path[Data.Length..]),
        ("GET", _) when path.StartsWith(Metadata, StringComparison.Ordinal) => To(ManagerOperations.VaultReadMetadata, path[Metadata.Length..]),
        ("GET", _) when path.StartsWith(Mounts, StringComparison.Ordinal) => To(ManagerOperations.VaultMount, path[Mounts.Length..]),
        ("GET" or "HEAD", "/v1/sys/health") => To(ManagerOperations.VaultHealth, ""),
        ("GET", "/v1/auth/token/lookup-self") => To(ManagerOperations.VaultLookUpSelf, ""),
        ("POST" or "PUT", "/v1/auth/token/renew-self") => To(ManagerOperations.VaultRenewSelf, ""),
        ("POST" or "PUT", "/v1/auth/approle/login") => To(ManagerOperations.VaultLogin, ""),
        _ => null,
    };

    public ProviderAnswer Answer(ProviderCall call) => call.Route?.Operation switch
    {
        ManagerOperations.VaultHealth => Health(),
        ManagerOperations.VaultLogin => LogIn(call),
        _ when !IsBelow(call) => VaultAnswers.Refuse(404, "no such address: every path of Vault begins with /v1/"),
        _ when TokenOf(call) is null => VaultAnswers.Refuse(403, "no X-Vault-Token header", "permission denied"),
        var operation => tokens.Find(TokenOf(call)) is { } token
            ? Allowed(call, operation, token)
            : VaultAnswers.Refuse(403, "an unknown or expired token in the X-Vault-Token header", "permission denied"),
    };

    public ProviderAnswer Refuse(ProviderCall call, int status) => VaultAnswers.Refuse(status, $"a planned {status}", status == 503 ? "Vault is sealed" : "internal error");

    private static Route To(string operation, string rest) => new(operation, new Dictionary<string, string> { ["path"] = Uri.UnescapeDataString(rest).Trim('/') });

    private static bool IsBelow(ProviderCall call) => call.Target.StartsWith("/v1/", StringComparison.Ordinal);

    private static string? TokenOf(ProviderCall call) =>
        call.Headers.Value("X-Vault-Token") is { Length: > 0 } token ? token
        : call.Headers.Value("Authorization") is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim()
        : null;

    private ProviderAnswer Allowed(ProviderCall call, string? operation, VaultToken token) => operation switch
    {
        ManagerOperations.VaultRead => Read(call),
        ManagerOperations.VaultReadMetadata => IsOurs(call) ? VaultAnswers.Data(MetadataOf(secret), "kv") : Absent(call),
        ManagerOperations.VaultMount => MountOf(call),
        ManagerOperations.VaultLookUpSelf => VaultAnswers.Data(LookUp(token), "token"),
        ManagerOperations.VaultRenewSelf => VaultAnswers.Auth(tokens.Renew(token)),
        _ => VaultAnswers.Refuse(403, "no policy allows this; only reading is played", VaultAnswers.NotAllowed),
    };

    private bool IsOurs(ProviderCall call) => call.Route!.Parameters["path"] == secret.Name && secret.Current is not null;

    private static ProviderAnswer Absent(ProviderCall call) => VaultAnswers.Refuse(404, $"no secret at {Mount}, path {call.Route!.Parameters["path"]}");

    private ProviderAnswer Read(ProviderCall call)
    {
        if (!IsOurs(call))
        {
            return Absent(call);
        }

        var wanted = VersionIn(call.Target);
        if (wanted is not null && !int.TryParse(wanted, out _))
        {
            return VaultAnswers.Refuse(400, "version is no number", $"Field validation failed: error converting input {wanted} for field \"version\"");
        }

        var number = wanted is null ? 0 : int.Parse(wanted, CultureInfo.InvariantCulture);
        if ((number == 0 ? secret.Current : secret.Versions.FirstOrDefault(version => version.Number == number)) is not { } found)
        {
            return VaultAnswers.Refuse(404, $"the secret has no version {number}");
        }

        var values = new JsonObject(found.Values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        var about = About(found);
        about["custom_metadata"] = null;
        about["version"] = found.Number;
        return VaultAnswers.Data(new JsonObject { ["data"] = values, ["metadata"] = about }, "kv") with
        {
            Annotations = HandedOut.Of(found, minted),
        };
    }

    private static string? VersionIn(string target) =>
        target.Split('?', 2) is [_, var query]
            ? query.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair[0] == "version" && pair.Length == 2).Select(pair => Uri.UnescapeDataString(pair[1])).FirstOrDefault(text => text.Length > 0)
            : null;

    private static JsonObject MetadataOf(ManagedSecret secret) => new()
    {
        ["cas_required"] = false,
        ["created_time"] = VaultAnswers.Time(secret.Versions[0].CreatedAt),
        ["current_version"] = secret.Current!.Number,
        ["custom_metadata"] = null,
        ["delete_version_after"] = "0s",
        ["max_versions"] = 0,
        ["oldest_version"] = 0,
        ["updated_time"] = VaultAnswers.Time(secret.Current.CreatedAt),
        ["versions"] = new JsonObject(secret.Versions.Select(version => KeyValuePair.Create(version.Number.ToString(CultureInfo.InvariantCulture), (JsonNode?)About(version)))),
    };

    private static JsonObject About(SecretVersion version) => new()
    {
        ["created_time"] = VaultAnswers.Time(version.CreatedAt),
        ["deletion_time"] = "",
        ["destroyed"] = false,
    };

    private static ProviderAnswer MountOf(ProviderCall call) =>
        call.Route!.Parameters["path"].Split('/')[0] == Mount
            ? VaultAnswers.Data(new JsonObject { ["options"] = new JsonObject { ["version"] = "2" }, ["path"] = $"{Mount}/", ["type"] = "kv" }, "system")
            : VaultAnswers.Refuse(403, $"the only mount is {Mount}", $"preflight capability check returned 403, please ensure client's policies grant access to path \"{call.Route.Parameters["path"]}/\"");

    private JsonObject LookUp(VaultToken token) => new()
    {
        ["accessor"] = token.Accessor,
        ["creation_time"] = token.IssuedAt.ToUnixTimeSeconds(),
        ["creation_ttl"] = token.ExpiresAt is null ? 0 : (long)VaultTokens.Lease.TotalSeconds,
        ["display_name"] = token.DisplayName,
        ["entity_id"] = "",
        ["expire_time"] = token.ExpiresAt is { } end ? VaultAnswers.Time(end) : null,
        ["explicit_max_ttl"] = 0,
        ["id"] = token.Value,
        ["issue_time"] = VaultAnswers.Time(token.IssuedAt),
        ["meta"] = null,
        ["num_uses"] = 0,
        ["orphan"] = true,
        ["path"] = token.Path,
        ["policies"] = VaultAnswers.Policies(),
        ["renewable"] = token.ExpiresAt is not null,
        ["ttl"] = token.ExpiresAt is { } last ? (long)(last - clock.GetUtcNow()).TotalSeconds : 0,
        ["type"] = "service",
    };

    private ProviderAnswer LogIn(ProviderCall call)
    {
        var (role, secretId) = LoginOf(call.Body);
        return role is null ? VaultAnswers.Refuse(400, "no role_id in the body", "missing role_id")
            : secretId is null ? VaultAnswers.Refuse(400, "no secret_id in the body", "missing secret_id")
            : role == credentials.RoleId && secretId == credentials.SecretId ? VaultAnswers.Auth(tokens.Issue())
            : VaultAnswers.Refuse(400, "an unknown role_id or secret_id", "invalid role or secret ID");
    }

    private static (string? Role, string? SecretId) LoginOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) is JsonObject sent ? (Text(sent, "role_id"), Text(sent, "secret_id")) : default;
        }
        catch (JsonException)
        {
            return default;
        }

        static string? Text(JsonObject sent, string field) => sent[field] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
    }

    private ProviderAnswer Health() => VaultAnswers.Json(200, new JsonObject
    {
        ["initialized"] = true,
        ["sealed"] = false,
        ["standby"] = false,
        ["performance_standby"] = false,
        ["replication_performance_mode"] = "disabled",
        ["replication_dr_mode"] = "disabled",
        ["server_time_utc"] = clock.GetUtcNow().ToUnixTimeSeconds(),
        ["version"] = "1.18.0",
        ["cluster_name"] = "readiness",
    });
}
