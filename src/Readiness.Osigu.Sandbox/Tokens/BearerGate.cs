namespace Readiness.Osigu.Sandbox;

/// <summary>Lets an API call through that carries a token which still counts, and is within the general limit.</summary>
internal sealed class BearerGate(OsiguWorld world, TokenServer tokens)
{
    private readonly RateLimit limit = new("general", world.Options.GeneralLimit, world.Options.EnforceLimits, world.Clock);

    /// <summary>Names the token in the journal, whether or not it counts.</summary>
    /// <returns>The refusal, or null where the call may go on.</returns>
    public Reply.Refusal? Check(OsiguCall call)
    {
        var (name, state, looked) = Identify(call.Header("Authorization"));
        call.Note("bearer", name);
        call.Note("bearer.state", state);
        return looked is null ? null : new Reply.Refusal(401, "071-401", "missing or invalid token") { Looked = looked };
    }

    /// <summary>Counts the call against the general limit.</summary>
    public Reply.Refusal? Limit(OsiguCall call) =>
        limit.Exceeded(call) is { } wait ? new Reply.Refusal(429, "071-429", "too many requests") { RetryAfterSeconds = wait } : null;

    private (string Name, string State, string? Looked) Identify(string? header)
    {
        const string Scheme = "Bearer ";
        if (header is null)
        {
            return ("absent", "absent", "no Authorization header");
        }

        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return ("absent", "absent", "the Authorization header is not of the scheme Bearer");
        }

        if (tokens.Find(header[Scheme.Length..].Trim()) is not { } token)
        {
            return ("unknown", "unknown", "a token that was never issued");
        }

        var state = token.State(world.Clock.GetUtcNow());
        return (token.Name, state, state == "valid" ? null : $"{token.Name} is {state}");
    }
}
