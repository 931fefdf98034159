using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox;

/// <summary>Puts a reply into the bytes that go over the wire.</summary>
internal sealed class ReplyWriter(OsiguOptions options, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ProviderAnswer Write(Reply reply, IReadOnlyDictionary<string, string> annotations) => reply switch
    {
        Reply.Document document => Answer(document.Status, document.Body, [], annotations),
        Reply.Nothing nothing => new ProviderAnswer { Status = nothing.Status, Annotations = annotations },
        Reply.Refusal refusal => Answer(refusal.Status, Body(refusal), [.. Headers(refusal)], annotations),
        Reply.OAuthRefusal refusal => Answer(
            refusal.Status,
            new JsonObject { ["error"] = refusal.Error, ["error_description"] = refusal.Description },
            [.. refusal.Status == 401 ? [new Header("WWW-Authenticate", "Basic realm=\"osigu\"")] : Enumerable.Empty<Header>(), .. RetryAfter(refusal.RetryAfterSeconds)],
            annotations),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Compact));

    private static ProviderAnswer Answer(int status, JsonNode body, IReadOnlyList<Header> headers, IReadOnlyDictionary<string, string> annotations) => new()
    {
        Status = status,
        Headers = [new Header("Content-Type", "application/json"), .. headers],
        Body = Bytes(body),
        Annotations = annotations,
    };

    private IEnumerable<Header> Headers(Reply.Refusal refusal)
    {
        if (refusal.Status == 401)
        {
            yield return new Header("WWW-Authenticate", "Bearer realm=\"osigu\", error=\"invalid_token\"");
        }

        if (refusal.Allow is { } allow)
        {
            yield return new Header("Allow", allow);
        }

        foreach (var header in RetryAfter(refusal.RetryAfterSeconds))
        {
            yield return header;
        }
    }

    private IEnumerable<Header> RetryAfter(int? seconds) => (seconds, options.RetryAfter) switch
    {
        ({ } wait, RetryAfterForm.Seconds) => [new Header("Retry-After", wait.ToString(CultureInfo.InvariantCulture))],
        ({ } wait, RetryAfterForm.Date) => [new Header("Retry-After", clock.GetUtcNow().AddSeconds(wait).ToString("R", CultureInfo.InvariantCulture))],
        _ => [],
    };

    private JsonObject Body(Reply.Refusal refusal) => options.Errors switch
    {
        ErrorShape.ErrorCode => new JsonObject
        {
            ["error_code"] = refusal.Code,
            ["message"] = refusal.Message,
            ["additional_information"] = refusal.Fields.Count == 0 ? [] : new JsonObject { ["fields"] = Fields(refusal, "field", "problem") },
        },
        ErrorShape.Code => new JsonObject
        {
            ["code"] = refusal.Code,
            ["message"] = refusal.Message,
            ["errors"] = new JsonObject(refusal.Fields.GroupBy(field => field.Field).Select(group =>
                KeyValuePair.Create(group.Key, (JsonNode?)new JsonArray([.. group.Select(field => (JsonNode)field.Problem)])))),
        },
        _ => new JsonObject
        {
            ["error"] = refusal.Message,
            ["error_code"] = refusal.Code,
            ["error_details"] = Fields(refusal, "path", "message"),
        },
    };

    private static JsonArray Fields(Reply.Refusal refusal, string name, string text) =>
        [.. refusal.Fields.Select(field => (JsonNode)new JsonObject { [name] = field.Field, [text] = field.Problem })];
}
