using System.Text.Json.Nodes;
using Readiness.Configuration.Mapping;
using Readiness.Drivers.Http;

namespace Readiness.Drivers.Mapping;

/// <summary>An answer of the partner's API, as conditions and results look at it.</summary>
/// <param name="Request">What was asked, such as <c>GET /jobs/7</c>.</param>
/// <param name="Address">Where it was asked.</param>
/// <param name="Body">Null where the body is no JSON.</param>
internal sealed record MappedAnswer(string Request, Uri Address, HttpReply Reply, JsonNode? Body)
{
    private const int LongestText = 1000;

    public int Status => Reply.Status;

    public bool Fits(AnswerCondition condition) =>
        (condition.Statuses.Count == 0 || condition.Statuses.Any(range => Status >= range.First && Status <= range.Last))
        && condition.Where.All(test => test.Test.Holds(test.Pointer.In(Body).AsText()));

    /// <summary>The value at a place; null where there is none.</summary>
    public JsonNode? At(AnswerPlace place) => place.Kind switch
    {
        AnswerPlaceKind.Status => JsonValue.Create(Status),
        AnswerPlaceKind.Header => Reply.Header(place.Header) is { } value ? JsonValue.Create(value) : null,
        AnswerPlaceKind.Text => Reply.MediaType == "text/plain" && Reply.Text.Trim() is { Length: > 0 and <= LongestText } text ? JsonValue.Create(text) : null,
        _ => place.Pointer!.In(Body),
    };

    /// <summary>The first of the places that holds a text.</summary>
    public string? FirstText(IReadOnlyList<AnswerPlace> places) =>
        places.Select(At).Select(Words).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    // Several messages in a list are shown below each other; here they stand in one line.
    private static string? Words(JsonNode? value) => value switch
    {
        JsonArray several => string.Join("; ", several.Where(one => one is JsonValue).Select(one => one.AsText())),
        JsonObject => null,
        _ => value.AsText(),
    };
}
