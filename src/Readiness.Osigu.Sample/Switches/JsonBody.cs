using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>Reads and replaces the JSON body of a request.</summary>
internal static class JsonBody
{
    public static async Task<JsonObject> ReadAsync(HttpRequestMessage request, CancellationToken cancel) =>
        JsonNode.Parse(await request.Content!.ReadAsByteArrayAsync(cancel))!.AsObject();

    public static void Replace(HttpRequestMessage request, JsonObject body)
    {
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }
}
