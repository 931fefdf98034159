using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox;

/// <summary>Issues tokens and knows which of them still count. Tokens outlive a reset of the data.</summary>
public sealed class TokenServer
{
    internal const string Scope = "arc:read arc:write dispensing:read dispensing:write ehr:read ehr:write";

    private readonly OsiguWorld world;
    private readonly string clientId;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, IssuedToken> byValue = new(StringComparer.Ordinal);
    private TimeSpan? nextLifetime;

    internal TokenServer(OsiguWorld world, string clientId)
    {
        this.world = world;
        this.clientId = clientId;
    }

    /// <summary>How many tokens were issued since the start.</summary>
    public int Issued => world.Change(() => byValue.Count);

    /// <summary>Makes every token that is still valid worthless from now on.</summary>
    /// <returns>The names of the tokens that this revoked, oldest first.</returns>
    public IReadOnlyList<string> RevokeAll() => world.Change<IReadOnlyList<string>>(() =>
    {
        var now = world.Clock.GetUtcNow();
        IReadOnlyList<IssuedToken> valid = [.. byValue.Values.Where(token => token.State(now) == "valid")];
        foreach (var token in valid)
        {
            token.Revoked = true;
        }

        return [.. valid.Select(token => token.Name)];
    });

    /// <summary>Gives the next token that life instead of the usual one, so that its renewal can be watched within a run.</summary>
    public void NextLifetime(TimeSpan lifetime) => world.Change(() => nextLifetime = lifetime);

    internal IssuedToken Issue()
    {
        var now = world.Clock.GetUtcNow();
        var lifetime = nextLifetime ?? world.Options.TokenLifetime;
        nextLifetime = null;
        var name = $"token-{(byValue.Count + 1).ToString(CultureInfo.InvariantCulture)}";
        var value = world.Options.TokenFormat == TokenFormat.Opaque ? Guid.NewGuid().ToString() : Jwt(now, lifetime);
        var token = new IssuedToken(name, value, now + lifetime, lifetime);
        byValue.Add(value, token);
        world.Minted.Register(name, value, MintedKind.Secret);
        return token;
    }

    internal IssuedToken? Find(string value) => byValue.GetValueOrDefault(value);

    private string Jwt(DateTimeOffset now, TimeSpan lifetime)
    {
        var head = Part(new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT" });
        var claims = Part(new JsonObject
        {
            ["iss"] = "osigu-sandbox",
            ["sub"] = clientId,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["scope"] = Scope,
        });
        var signature = Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{head}.{claims}")));
        return $"{head}.{claims}.{signature}";
    }

    private static string Part(JsonObject content) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(content.ToJsonString()));
}
