using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Readiness.Osigu.Sample;

/// <summary>How JSON is read and written: snake_case names, as the provider and the driver protocol spell them.</summary>
internal static class Json
{
    /// <summary>For what goes to the provider: a value that is not known is left out, not sent as <c>null</c>.</summary>
    public static JsonSerializerOptions Wire { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new OpaqueText() },
    };

    /// <summary>For what is shown to a person or a driver: what is not known is said to be so.</summary>
    public static JsonSerializerOptions Shown { get; } = new(Wire) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>A value as the node that a driver answer carries.</summary>
    public static JsonNode? ToShown<T>(T value) => JsonSerializer.SerializeToNode(value, Shown);

    /// <summary>Identifiers are opaque: the provider writes them as strings in one place and as numbers in another.</summary>
    private sealed class OpaqueText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.Number => JsonElement.ParseValue(ref reader).GetRawText(),
                JsonTokenType.String => reader.GetString(),
                _ => throw new JsonException("a text or a number was expected"),
            };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }
}
