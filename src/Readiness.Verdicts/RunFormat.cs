using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Recording;

namespace Readiness.Verdicts;

/// <summary><c>run.json</c>: indented JSON, UTF-8, times in seconds.</summary>
public static class RunFormat
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Readable in an editor; nothing of it is ever put into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new SecondsConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static byte[] Write(RunResult result) => [.. JsonSerializer.SerializeToUtf8Bytes(result, Options), (byte)'\n'];

    /// <exception cref="JsonException">It is no <c>run.json</c> of this version.</exception>
    public static RunResult Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<RunResult>(json, Options) ?? throw new JsonException("run.json holds null");
}
