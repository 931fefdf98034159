using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Readiness.Recording;

/// <summary>Writes JSON again in one pass, with every string, number and name shown as the redactor allows.</summary>
internal sealed class JsonRedaction
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static JsonRedaction? idle;

    private readonly ArrayBufferWriter<byte> output = new(1024);
    private readonly Utf8JsonWriter writer;
    private readonly List<Level> levels = [];

    private JsonRedaction() => writer = new Utf8JsonWriter(output, Compact);

    /// <summary>The redacted text, or null where the bytes are no JSON, or JSON whose strings are not Unicode.</summary>
    public static string? Redact(ReadOnlySpan<byte> raw, string where, Redactor redactor, Facts facts)
    {
        var one = idle ?? new JsonRedaction();
        idle = null;
        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        var found = facts.Count;
        try
        {
            one.Write(raw, where, redactor, facts, buffer);
            return Encoding.UTF8.GetString(one.output.WrittenSpan);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The caller looks at such a text as a whole, so what was found on the way would be told twice.
            facts.Forget(found);
            return null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
            one.Release();
        }
    }

    private void Release()
    {
        // A huge body does not leave a huge buffer behind.
        if (output.Capacity <= 256 * 1024)
        {
            output.ResetWrittenCount();
            writer.Reset();
            levels.Clear();
            idle = this;
        }
    }

    private void Write(ReadOnlySpan<byte> raw, string root, Redactor redactor, Facts facts, char[] buffer)
    {
        var here = new Place(root, this);
        var reader = new Utf8JsonReader(raw);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    var field = redactor.FieldName(buffer.AsSpan(0, reader.CopyString(buffer)));
                    levels[^1] = levels[^1] with { Field = field, Shown = "" };
                    var shown = redactor.Name(field, here, facts);
                    levels[^1] = levels[^1] with { Shown = shown };
                    writer.WritePropertyName(shown);
                    break;
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    var inArray = reader.TokenType == JsonTokenType.StartArray;
                    levels.Add(new Level(inArray, Next(), "", -1));
                    if (inArray)
                    {
                        writer.WriteStartArray();
                    }
                    else
                    {
                        writer.WriteStartObject();
                    }

                    break;
                case JsonTokenType.EndObject:
                    levels.RemoveAt(levels.Count - 1);
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.EndArray:
                    levels.RemoveAt(levels.Count - 1);
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.String:
                    var text = buffer.AsSpan(0, reader.CopyString(buffer));
                    writer.WriteStringValue(redactor.Hidden(Next(), text, here, facts) is { } masked ? masked : text);
                    break;
                case JsonTokenType.Number:
                    var digits = buffer.AsSpan(0, Encoding.ASCII.GetChars(reader.ValueSpan, buffer));
                    if (redactor.Hidden(Next(), digits, here, facts) is { } hidden)
                    {
                        writer.WriteStringValue(hidden);
                    }
                    else
                    {
                        writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    }

                    break;
                default:
                    Next();
                    writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }

        writer.Flush();
    }

    /// <summary>Counts the value that begins, and gives the field under which it stands: an array's items stand under the array's.</summary>
    private string Next()
    {
        if (levels.Count == 0)
        {
            return "";
        }

        var level = levels[^1];
        if (level.IsArray)
        {
            levels[^1] = level with { Index = level.Index + 1 };
        }

        return level.Field;
    }

    /// <summary>The JSON Pointer of the value that was read last, after the prefix.</summary>
    public string Where(string root)
    {
        var pointer = new StringBuilder(root);
        foreach (var level in levels)
        {
            if (level.IsArray && level.Index >= 0)
            {
                pointer.Append('/').Append(level.Index);
            }
            else if (!level.IsArray && level.Shown.Length > 0)
            {
                pointer.Append('/').Append(level.Shown);
            }
        }

        return pointer.ToString();
    }

    private readonly record struct Level(bool IsArray, string Field, string Shown, int Index);
}
