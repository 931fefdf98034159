using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>What an endpoint decided, before it takes the shape that the options ask for.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>An answer with a JSON body.</summary>
    public sealed record Document(int Status, JsonNode Body) : Reply;

    /// <summary>An answer without a body.</summary>
    public sealed record Nothing(int Status) : Reply;

    /// <summary>A refusal in the provider's error shape.</summary>
    /// <param name="Code">Opaque to clients; <c>071-104</c> is the one that the guides name.</param>
    /// <param name="Message">The provider's words. Never holds anything that the client sent.</param>
    public sealed record Refusal(int Status, string Code, string Message) : Reply
    {
        /// <summary>Fields that are missing or wrong.</summary>
        public IReadOnlyList<FieldProblem> Fields { get; init; } = [];

        /// <summary>For the journal only: where the sandbox looked and what it did not find.</summary>
        public string? Looked { get; init; }

        public int? RetryAfterSeconds { get; init; }

        /// <summary>The methods that the address has, for a 405.</summary>
        public string? Allow { get; init; }
    }

    /// <summary>A refusal of the token server, RFC 6749 section 5.2.</summary>
    public sealed record OAuthRefusal(int Status, string Error, string Description) : Reply
    {
        public string? Looked { get; init; }

        public int? RetryAfterSeconds { get; init; }
    }

    public static Document Ok(JsonNode body) => new(200, body);

    public static Document Created(JsonNode body) => new(201, body);

    /// <summary>404, with the registry that was searched named in the journal.</summary>
    public static Refusal NotFound(string what) => new(404, "071-404", $"{what} not found") { Looked = $"no such {what} in the sandbox's data" };

    public static Refusal Conflict(string message) => new(409, "071-409", message);

    public static Refusal Unprocessable(string message) => new(422, "071-422", message);

    /// <summary>422 for one field.</summary>
    public static Refusal Invalid(string field, string problem) =>
        new(422, "071-422", "the request is not valid") { Fields = [new FieldProblem(field, problem)] };
}

/// <summary>A field of a request that is missing or wrong.</summary>
/// <param name="Field">Its path, such as <c>products[0].quantity</c>.</param>
internal sealed record FieldProblem(string Field, string Problem);
