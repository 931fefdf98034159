using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readiness.Checklist;

/// <summary>Writes an item's id as the string it is.</summary>
public sealed class ItemIdConverter : JsonConverter<ItemId>
{
    public override ItemId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, ItemId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
