using System.Text.Json;
using Readiness.Recording;

namespace Readiness.Osigu.Checks;

/// <summary>One authorization of a request, as the provider answered it. One request may bring several.</summary>
/// <param name="Status">Upper case, in either of the documented vocabularies.</param>
/// <param name="Reason">The sponsor's own text, as the journal keeps it; null where it gave none.</param>
internal sealed record Authorization(string? Code, string Status, string? Reason)
{
    public bool IsApproved => Status is "APPROVED" or "READY";

    public bool IsRejected => Status is "REJECTED";

    /// <summary>The authorizations in an answer of the provider to a completed request.</summary>
    public static IReadOnlyList<Authorization> In(Exchange exchange) => exchange.AnsweredJson is { } root ? In(root) : [];

    /// <summary>The authorizations in the result of an operation.</summary>
    public static IReadOnlyList<Authorization> In(OperationCall call) => call.ResultJson is { } root ? In(root) : [];

    private static Authorization[] In(JsonElement root) =>
    [
        .. JsonText.Items(root, "/authorizations").Select(one => new Authorization(
            JsonText.At(one, "/authorization_code"),
            (JsonText.At(one, "/status") ?? "").ToUpperInvariant(),
            JsonText.At(one, "/rejection_reason"))),
    ];
}
