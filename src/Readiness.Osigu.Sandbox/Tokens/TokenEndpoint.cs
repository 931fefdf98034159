using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox;

/// <summary><c>POST /v1/oauth/token</c>: client credentials in a Basic header, and nowhere else.</summary>
internal sealed class TokenEndpoint(OsiguWorld world, OsiguSecrets secrets, TokenServer tokens)
{
    private const string Form = "application/x-www-form-urlencoded";

    private readonly RateLimit limit = new("token", world.Options.TokenLimit, world.Options.EnforceLimits, world.Clock);

    public Endpoint Endpoint => Endpoint.Upload("/v1/oauth/token", "token", Answer);

    private Reply Answer(OsiguCall call)
    {
        var form = Pairs.Of(call.Body);
        var unknown = Unknown(call.Header("Authorization"));
        if (Misplaced(call, form) is { } place && (unknown is not null || world.Options.BasicOnly))
        {
            return Refuse(call, TokenRefusals.Misplaced, $"credentials in the {place}; only the Basic header counts");
        }

        if (unknown is var (refusal, looked))
        {
            return Refuse(call, refusal, looked);
        }

        if (limit.Exceeded(call) is { } wait)
        {
            return new Reply.OAuthRefusal(429, "temporarily_unavailable", "too many token requests") { RetryAfterSeconds = wait };
        }

        var grant = Grant(call, form);
        if (grant is not "client_credentials")
        {
            // The body is read as a form whatever it is called, so its type matters only where nothing was found.
            var type = grant is null && call.Body.Length > 0 ? call.Header("Content-Type")?.Split(';')[0].Trim() : null;
            var other = type is not null && !type.Equals(Form, StringComparison.OrdinalIgnoreCase);
            call.Note(TokenRefusals.Key, other ? TokenRefusals.ContentType : grant is null ? TokenRefusals.NoGrantType : TokenRefusals.WrongGrantType);
            return new Reply.OAuthRefusal(400, "unsupported_grant_type", "only client_credentials is supported")
            {
                Looked = $"grant_type=client_credentials in the {Places()}{(other ? $"; the body is {type}, not {Form}" : "")}",
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

    private (string Refusal, string Looked)? Unknown(string? header)
    {
        const string Scheme = "Basic ";
        if (header is null)
        {
            return (TokenRefusals.NoAuthorization, "no Authorization header");
        }

        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return (TokenRefusals.Malformed, "the Authorization header is not of the scheme Basic");
        }

        var text = header[Scheme.Length..].Trim();
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return (TokenRefusals.Malformed, "the Basic credentials are not Base64");
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return (TokenRefusals.Malformed, "the Basic credentials have no colon");
        }

        // RFC 6749 section 2.3.1 asks for percent-encoding before Base64; many clients leave it out. The credentials mean the same in both forms.
        return !Same(pair[..colon], secrets.Newest.ClientId) ? (TokenRefusals.UnknownClient, "an unknown client id in the Basic header")
            : !secrets.ClientSecrets.Any(secret => Same(pair[(colon + 1)..], secret)) ? (TokenRefusals.WrongSecret, "a wrong client secret in the Basic header")
            : null;
    }

    private static bool Same(string sent, string expected) => Equal(sent, expected) || Equal(Uri.UnescapeDataString(sent), expected);

    private static bool Equal(string left, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private static Reply.OAuthRefusal Refuse(OsiguCall call, string refusal, string looked)
    {
        call.Note(TokenRefusals.Key, refusal);
        return new(401, "invalid_client", "client authentication failed") { Looked = looked };
    }
}
