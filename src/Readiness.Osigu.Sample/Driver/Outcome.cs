using System.Text.Json.Nodes;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Driver;

/// <summary>How an operation ended, in the words of the driver protocol, version 1.</summary>
internal sealed record Outcome
{
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Pending = "pending";
    public const string Unknown = "unknown";
    public const string Unsupported = "unsupported";

    [System.Text.Json.Serialization.JsonPropertyName("outcome")]
    public required string Word { get; init; }

    /// <summary>What the clerk reads. Always there unless the operation succeeded.</summary>
    public string? Message { get; init; }

    public OutcomeError? Error { get; init; }

    public JsonNode? Result { get; init; }

    public static Outcome Success(object result, string? message = null) =>
        new() { Word = Succeeded, Result = Json.ToShown(result), Message = message };

    public static Outcome Failure(string message, OutcomeError? error = null, object? result = null) =>
        new() { Word = Failed, Message = message, Error = error, Result = Json.ToShown(result) };

    public static Outcome Waiting(string message, object? result = null) =>
        new() { Word = Pending, Message = message, Result = Json.ToShown(result) };
}

/// <param name="Status">The HTTP status as received; <c>null</c> if no answer came.</param>
/// <param name="Code">The provider's error code, or the clinic's own word.</param>
internal sealed record OutcomeError(int? Status, string? Code)
{
    public static OutcomeError Of(ProviderFault fault) => new(fault.Status, fault.Code);
}
