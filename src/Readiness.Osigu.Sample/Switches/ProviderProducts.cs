using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The products that the provider has registered for the clinic, as the layers of the way to the API see them.</summary>
internal static class ProviderProducts
{
    private const string Path = "/arc/v1/providers/products";

    private static readonly string[] Lists = ["products", "medications", "line_items"];

    /// <summary>The products that an order names; none for any other call.</summary>
    public static async Task<IReadOnlyList<string>> NamedInAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        if (request.Method != HttpMethod.Post || request.Content?.Headers.ContentType?.MediaType is not "application/json")
        {
            return [];
        }

        var body = await JsonBody.ReadAsync(request, cancel);
        return [.. Lists.SelectMany(list => body[list]?.AsArray() ?? []).Select(line => (string?)line?["product_code"]).OfType<string>().Distinct()];
    }

    /// <summary>True where the provider refused an order because a product is not registered.</summary>
    public static async Task<bool> AreMissingAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        if (answer.StatusCode is not HttpStatusCode.UnprocessableEntity)
        {
            return false;
        }

        // Whoever comes after reads the same bytes again.
        await answer.Content.LoadIntoBufferAsync(cancel);
        return ProviderError.Read(await answer.Content.ReadAsStringAsync(cancel)).Code is Wording.NotRegistered;
    }

    /// <summary>A request to register a product, beside that order.</summary>
    public static HttpRequestMessage Registration(HttpRequestMessage order, string productCode)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["product_code"] = productCode }));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, new Uri(order.RequestUri!, Path)) { Content = content };
    }

    /// <summary>A request for the registered products whose code is that one.</summary>
    public static HttpRequestMessage LookUp(HttpRequestMessage order, string productCode) =>
        new(HttpMethod.Get, new Uri(order.RequestUri!, $"{Path}?query={Uri.EscapeDataString(productCode)}"));
}
