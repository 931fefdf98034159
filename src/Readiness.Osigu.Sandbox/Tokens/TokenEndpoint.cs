using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary><c>POST /v1/oauth/token</c>: client credentials in a Basic header, and nowhere else.</summary>
internal sealed class TokenEndpoint(OsiguWorld world, OsiguSecrets secrets, TokenServer tokens)
{
    private readonly RateLimit limit = new("token", world.Options.TokenLimit, world.Options.EnforceLimits, world.Clock);

    public Endpoint Endpoint => Endpoint.Upload("/v1/oauth/token", "token", Answer);

    private Reply Answer(OsiguCall call)
    {
        var form = Pairs.Of(call.Body);
        var looked = Unknown(call.Header("Authorization"));
        if (Misplaced(call, form) is { } place && (looked is not null || world.Options.BasicOnly))
        {
            return Refuse($"credentials in the {place}; only the Basic header counts");
        }

        if (looked is not null)
        {
            return Refuse(looked);
        }

        if (limit.Exceeded(call) is { } wait)
        {
            return new Reply.OAuthRefusal(429, "temporarily_unavailable", "too many token requests") { RetryAfterSeconds = wait };
        }

        if (Grant(call, form) is not "client_credentials")
        {
            return new Reply.OAuthRefusal(400, "unsupported_grant_type", "only client_credentials is supported")
            {
                Looked = $"grant_type=client_credentials in the {Places()}",
            };
        }

        var token = tokens.Issue();
        call.Note("token", token.Name);
        return Reply.Ok(new JsonObject
        {
            ["access_token"] = token.Value,
            ["token_type"] = "bearer",
            ["expires_in"] = (long)token.Lifetime.TotalSeconds,
            ["scope"] = TokenServer.Scope,
        });
    }

    private string? Grant(OsiguCall call, IReadOnlyDictionary<string, string> form)
    {
        var place = world.Options.GrantTypePlace;
        return (place != GrantTypePlace.Query ? form.GetValueOrDefault("grant_type") : null)
            ?? (place != GrantTypePlace.Body ? call.Query.GetValueOrDefault("grant_type") : null);
    }

    private string Places() => world.Options.GrantTypePlace switch
    {
        GrantTypePlace.Body => "body",
        GrantTypePlace.Query => "query",
        _ => "body or the query",
    };

    private static string? Misplaced(OsiguCall call, IReadOnlyDictionary<string, string> form) =>
        Holds(form) ? "body" : Holds(call.Query) ? "query" : null;

    private static bool Holds(IReadOnlyDictionary<string, string> pairs) => pairs.ContainsKey("client_id") || pairs.ContainsKey("client_secret");

    private string? Unknown(string? header)
    {
        const string Scheme = "Basic ";
        if (header is null)
        {
            return "no Authorization header";
        }

        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return "the Authorization header is not of the scheme Basic";
        }

        var text = header[Scheme.Length..].Trim();
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return "the Basic credentials are not Base64";
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return "the Basic credentials have no colon";
        }

        // RFC 6749 section 2.3.1 asks for percent-encoding before Base64; many clients leave it out. The credentials mean the same in both forms.
        return !Same(pair[..colon], secrets.Newest.ClientId) ? "an unknown client id in the Basic header"
            : !secrets.ClientSecrets.Any(secret => Same(pair[(colon + 1)..], secret)) ? "a wrong client secret in the Basic header"
            : null;
    }

    private static bool Same(string sent, string expected) => Equal(sent, expected) || Equal(Uri.UnescapeDataString(sent), expected);

    private static bool Equal(string left, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private static Reply.OAuthRefusal Refuse(string looked) => new(401, "invalid_client", "client authentication failed") { Looked = looked };
}
