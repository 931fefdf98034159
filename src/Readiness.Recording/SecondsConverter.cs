using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Readiness.Recording;

/// <summary>Durations as seconds with six decimals.</summary>
public sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeSpan.FromTicks((long)Math.Round(reader.GetDecimal() * TimeSpan.TicksPerSecond));

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[32];
        var microseconds = (long)Math.Round(value.TotalMicroseconds);
        var (seconds, fraction) = Math.DivRem(Math.Abs(microseconds), 1_000_000);
        Utf8.TryWrite(text, CultureInfo.InvariantCulture, $"{(microseconds < 0 ? "-" : "")}{seconds}.{fraction:000000}", out var length);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
