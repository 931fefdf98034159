using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readiness.Recording;

/// <summary>Durations as seconds with six decimals.</summary>
public sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeSpan.FromTicks((long)Math.Round(reader.GetDecimal() * TimeSpan.TicksPerSecond));

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Math.Round(value.Ticks / (decimal)TimeSpan.TicksPerSecond, 6));
}
