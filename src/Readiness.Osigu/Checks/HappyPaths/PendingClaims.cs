using System.Text.Json;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>One entry of the list of claims that await settlement.</summary>
internal sealed record PendingClaim(string? ClaimId, string? AuthorizationId)
{
    public string Name => ClaimId ?? AuthorizationId ?? "";

    public bool IsNamedBy(IReadOnlySet<string> ids) => (ClaimId is not null && ids.Contains(ClaimId)) || (AuthorizationId is not null && ids.Contains(AuthorizationId));
}

/// <summary>Reads the list of pending claims and what was attached out of recorded bodies.</summary>
internal static class PendingClaims
{
    /// <summary>The entries of one page.</summary>
    public static IReadOnlyList<PendingClaim> On(Exchange page) => page.AnsweredJson is not { } root ? [] :
        [.. JsonText.Items(root, "/content").Select(entry => new PendingClaim(JsonText.At(entry, "/claim_id"), JsonText.At(entry, "/authorization_id")))];

    /// <summary>The identifiers in the body of an attach call: plain ones, or objects that name a claim or an authorization.</summary>
    /// <remarks>The key of the list is not documented, so every list counts.</remarks>
    public static IReadOnlyList<string> AttachedBy(Exchange attach) => JsonText.Parse(attach.Request.Body) is { } root ? [.. Ids(root)] : [];

    private static IEnumerable<string> Ids(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Entry),
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object).SelectMany(member => Ids(member.Value)),
        _ => [],
    };

    private static IEnumerable<string> Entry(JsonElement entry) => entry.ValueKind switch
    {
        JsonValueKind.Object => (JsonText.At(entry, "/claim_id") ?? JsonText.At(entry, "/authorization_id")) is { } id ? [id] : [],
        JsonValueKind.String => [entry.GetString()!],
        JsonValueKind.Number => [entry.GetRawText()],
        _ => [],
    };
}
