using System.Globalization;
using System.Text.Json;

namespace Readiness.Monitoring;

/// <summary>Reads what is posted to the sink: Alertmanager's webhook, version 4, or the plain form.</summary>
internal static class AlertPosts
{
    private const int MostInOnePost = 1000;

    // Alertmanager writes it as the end of what has not ended.
    private const int FirstRealYear = 1971;

    /// <exception cref="FormatException">It is neither; the message says what is missing.</exception>
    public static IReadOnlyList<ObservedAlert> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Object when root.TryGetProperty("alerts", out var alerts) => Group(root, alerts),
                JsonValueKind.Object => [Plain(root)],
                JsonValueKind.Array => [.. Elements(root).Select(Plain)],
                _ => throw new FormatException("the body is no JSON object"),
            };
        }
        catch (JsonException fault)
        {
            throw new FormatException($"the body is no JSON: {fault.Message}", fault);
        }
        catch (InvalidOperationException fault)
        {
            // Text that is no UTF-16, or a value of another kind.
            throw new FormatException("a value cannot be read", fault);
        }
    }

    /// <summary>The labels, annotations or other names and values of an object; what is no text is left out.</summary>
    public static Dictionary<string, string> Texts(JsonElement owner, string name)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        if (owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in map.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String))
            {
                found[entry.Name] = entry.Value.GetString()!;
            }
        }

        return found;
    }

    /// <summary>A moment of RFC 3339, or null where there is none.</summary>
    public static DateTimeOffset? Time(JsonElement owner, string name) =>
        Text(owner, name) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year >= FirstRealYear ? time : null;

    public static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ObservedAlert[] Group(JsonElement root, JsonElement alerts)
    {
        if (Text(root, "version") is { } version && version != "4")
        {
            throw new FormatException($"version {version} of Alertmanager's webhook is not known; it has to be 4");
        }

        return [.. Elements(alerts).Select(alert =>
        {
            var labels = Texts(alert, "labels");
            if (!labels.Remove("alertname", out var name))
            {
                throw new FormatException("an alert has no label alertname");
            }

            return new ObservedAlert
            {
                Name = name,
                Firing = Firing(alert),
                Labels = labels,
                Texts = [.. Texts(alert, "annotations").Values],
                BeganAt = Time(alert, "startsAt"),
                BeginningIsSteady = true,
            };
        })];
    }

    private static ObservedAlert Plain(JsonElement alert) => new()
    {
        Name = Text(alert, "alert") is { Length: > 0 } name ? name : throw new FormatException("there is no text 'alert' that names it, and no list 'alerts'"),
        Firing = Firing(alert),
        Labels = Texts(alert, "labels"),
        BeganAt = Time(alert, "at"),
    };

    private static bool Firing(JsonElement alert) => Text(alert, "status") switch
    {
        "firing" => true,
        "resolved" => false,
        _ => throw new FormatException("the status of an alert is neither firing nor resolved"),
    };

    private static JsonElement.ArrayEnumerator Elements(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.GetArrayLength() <= MostInOnePost ? list.EnumerateArray() : throw new FormatException($"more than {MostInOnePost} alerts in one post")
        : throw new FormatException("'alerts' is no list");
}
