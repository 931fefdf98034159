using System.Text.Json;

namespace Readiness.Osigu.Sample.Provider;

/// <summary>What an error body says. The provider documents three shapes, and a proxy in between may send HTML.</summary>
internal sealed record ProviderError(string? Code, string? Message)
{
    private static readonly ProviderError Unreadable = new(null, null);

    public static ProviderError Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new ProviderError(
                    First(document.RootElement, "error_code", "code", "error"),
                    First(document.RootElement, "message", "error_description"))
                : Unreadable;
        }
        catch (JsonException)
        {
            // The status says enough; an error page is no reason to fail differently.
            return Unreadable;
        }
    }

    private static string? First(JsonElement body, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                return value.ToString();
            }
        }

        return null;
    }
}
