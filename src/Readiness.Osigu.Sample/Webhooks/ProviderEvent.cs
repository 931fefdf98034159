using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>An event as sent by the provider. Unknown members are left alone, and only the id is indispensable.</summary>
internal sealed record ProviderEvent
{
    /// <summary>Stable over redeliveries.</summary>
    public required string EventId { get; init; }

    public string EventType { get; init; } = "";

    /// <summary>When it was emitted; <c>null</c> if that could not be read.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public string Environment { get; init; } = "";

    /// <summary>What it says, by type of event; undefined if it says nothing.</summary>
    public JsonElement Data { get; init; }

    /// <summary>A text or number of <see cref="Data"/>, or <c>null</c>.</summary>
    public string? Text(string name) => TextOf(Data, name);

    public static bool TryRead(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out ProviderEvent? read)
    {
        read = null;
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (TextOf(root, "event_id") is { Length: > 0 } id)
            {
                read = new ProviderEvent
                {
                    EventId = id,
                    EventType = TextOf(root, "event_type") ?? "",
                    CreatedAt = Time(TextOf(root, "created_at")),
                    Environment = TextOf(root, "environment") ?? "",
                    Data = root.TryGetProperty("data", out var data) ? data.Clone() : default,
                };
            }
        }
        catch (JsonException)
        {
            // Signed, and yet no JSON: the caller answers that it cannot be read.
        }

        return read is not null;
    }

    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string? TextOf(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}
