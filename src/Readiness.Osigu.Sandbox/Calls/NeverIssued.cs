using System.Text.Json;
using System.Text.RegularExpressions;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox;

/// <summary>Finds identifiers in a call that look like the provider's and that this sandbox never issued: those of another environment, or of a database that outlived it.</summary>
/// <remarks>
/// Only fields and path parameters that hold an identifier of the provider are looked at, so that a caller's own reference may look as it likes.
/// What a reset wiped was issued all the same.
/// </remarks>
internal sealed partial class NeverIssued(IdStyle style, MintedValues minted)
{
    private static readonly string[] Fields =
    [
        "beneficiary_id", "authorization_request_id", "authorization_id", "dispensation_id", "claim_id", "settlement_id", "prescription_id", "patient_id",
    ];

    /// <summary>Where they stand, such as <c>id in the path</c>; null where there are none. Never the identifier itself.</summary>
    public string? In(OsiguCall call, Route route)
    {
        IEnumerable<string> places =
        [
            .. route.Parameters.Where(parameter => parameter.Key == "id" && IsForeign(parameter.Value)).Select(_ => "id in the path"),
            .. Fields.Where(field => call.Query.TryGetValue(field, out var value) && IsForeign(value)).Select(field => $"{field} in the query"),
            .. InBody(call.Body).Distinct().Select(field => $"{field} in the body"),
        ];
        return string.Join(", ", places) is { Length: > 0 } text ? text : null;
    }

    private List<string> InBody(ReadOnlyMemory<byte> body)
    {
        var found = new List<string>();
        if (body.IsEmpty || body.Span[0] != (byte)'{')
        {
            return found;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            Collect(document.RootElement, found);
        }
        catch (JsonException)
        {
            // What cannot be read names nothing; its refusal is the endpoint's work.
        }

        return found;
    }

    private void Collect(JsonElement element, List<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if (Fields.Contains(property.Name) && Text(property.Value) is { } text && IsForeign(text))
                    {
                        found.Add(property.Name);
                    }

                    Collect(property.Value, found);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, found);
                }

                break;
        }
    }

    private bool IsForeign(string value) => (style == IdStyle.Integers ? Integer() : Prefixed()).IsMatch(value) && minted.Find(value) is null;

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape is no text.
            return null;
        }
    }

    [GeneratedRegex("^[a-z]{2,5}_[0-9A-Za-z]{8,}$")]
    private static partial Regex Prefixed();

    [GeneratedRegex("^[0-9]{9,}$")]
    private static partial Regex Integer();
}
