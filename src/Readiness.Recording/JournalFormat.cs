using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readiness.Recording;

/// <summary>The journal on disk: one JSON object a line, UTF-8, line feed, times in seconds with microseconds.</summary>
public static class JournalFormat
{
    internal static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Readable in an editor; nothing of it is ever put into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new SecondsConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>One entry as its line, without the line feed.</summary>
    public static byte[] Write(JournalEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Options);

    internal static void Write(Utf8JsonWriter output, JournalEntry entry) => JsonSerializer.Serialize(output, entry, Options);

    /// <summary>Reads a journal, also one that was cut off in its last line by a killed run.</summary>
    /// <exception cref="JournalFormatException">A line other than the last cannot be read; the message names it.</exception>
    public static Journal Read(string path)
    {
        var entries = new List<JournalEntry>();
        string[] lines = [.. File.ReadLines(path)];
        for (var index = 0; index < lines.Length; index++)
        {
            try
            {
                entries.Add(JsonSerializer.Deserialize<JournalEntry>(lines[index], Options)!);
            }
            catch (JsonException) when (index == lines.Length - 1)
            {
                // The run was killed while it wrote this line; all before it is whole.
            }
            catch (JsonException fault)
            {
                throw new JournalFormatException($"{path}:{index + 1} is no journal entry: {fault.Message}", fault);
            }
        }

        return new Journal(entries);
    }
}
