using System.Text.Unicode;
using Microsoft.Extensions.Configuration;

namespace Readiness.Configuration;

/// <summary>Reads one JSON file into a layer; what cannot be read becomes a problem.</summary>
/// <param name="shown">The file's name as messages show it.</param>
/// <param name="problems">Takes what is found.</param>
internal sealed class JsonLayerReader(string shown, List<ConfigurationProblem> problems)
{
    /// <summary>1 MiB: far beyond any configuration, and small enough to read without a thought.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private static readonly WrittenLayer Unreadable = new([], Complete: false);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public WrittenLayer Read(string path)
    {
        byte[] bytes;
        try
        {
            if (System.IO.Directory.Exists(path))
                return Refuse(shown, "it is a folder", "a JSON file", "name the file inside it");
            var length = new FileInfo(path).Length;
            if (length > MaximumBytes)
                return Refuse(shown, $"the file has {length} bytes", $"at most {MaximumBytes} bytes", "check that this is the configuration and not something else");
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(shown, $"the file cannot be read: {e.Message}", "a file that this user may read", "correct its permissions, or name another file with --config");
        }

        return Read(bytes);
    }

    private WrittenLayer Read(byte[] bytes)
    {
        var json = bytes.AsSpan().StartsWith(ByteOrderMark) ? bytes.AsSpan(ByteOrderMark.Length) : bytes;
        if (!Utf8.IsValid(json))
            return Refuse(shown, "the file is not UTF-8", "UTF-8, with or without a byte order mark", "save it again as UTF-8");

        var map = JsonMapReader.Read(json);
        if (map is { Fault: not null, Places: [] } && json.Trim(" \t\r\n"u8).IsEmpty)
            return Refuse(shown, "the file is empty", "a JSON object, at least {}", "write {} into it, or remove the file");
        if (map.Fault is { } fault)
            Refuse($"{shown}:{fault.Line}:{fault.Column}", fault.Message, "JSON; comments and trailing commas are allowed", "correct the file at that line and column");
        foreach (var duplicate in map.Duplicates)
        {
            var path = duplicate.Path.Replace(':', '.');
            problems.Add(new()
            {
                Where = $"{shown}:{duplicate.Line}",
                Key = path,
                Problem = $"the key stands in line {duplicate.FirstLine} already",
                Expected = "every key once in a file; upper and lower case make no difference",
                Next = $"remove it in line {duplicate.FirstLine} or in line {duplicate.Line}",
            });
        }

        return new([.. Settings(map, json.ToArray())], map.Fault is null);
    }

    private IEnumerable<WrittenSetting> Settings(JsonMap map, byte[] json)
    {
        // The configuration library refuses a file that does not parse, or has a key twice, as a whole. Such a file
        // is refused anyway; its other keys are still checked, so that all of its problems show at once.
        var values = map is { Fault: null, Duplicates: [] } ? new ConfigurationBuilder().AddJsonStream(new MemoryStream(json)).Build() : null;
        return map.Places.Where(place => place is not { Path: ConfigurationSchema.Key, Kind: WrittenKind.Text }).Select(place => new WrittenSetting(
            place.Path.Replace(':', '.'),
            place.Kind,
            place.Kind switch
            {
                WrittenKind.Section or WrittenKind.List or WrittenKind.Nothing => null,
                // The library turns true into True, which JSON does not know.
                WrittenKind.Flag => place.Value,
                _ => values?[place.Path] ?? place.Value,
            },
            $"{shown}:{place.Line}"));
    }

    private WrittenLayer Refuse(string where, string problem, string expected, string next)
    {
        problems.Add(new() { Where = where, Key = shown, Problem = problem, Expected = expected, Next = next });
        return Unreadable;
    }
}
