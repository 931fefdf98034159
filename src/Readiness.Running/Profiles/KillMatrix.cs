using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Readiness.Running.Profiles;

/// <summary>The golden kill matrix of a profile: what each switch of its sample integration breaks, and which check has to find it. Written by hand, never from a run.</summary>
public sealed class KillMatrix
{
    private readonly Lazy<string> digest;

    public KillMatrix(IReadOnlyList<SampleSwitch> switches)
    {
        Switches = switches;
        digest = new(() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText))));
    }

    /// <summary>In the order of the list.</summary>
    public IReadOnlyList<SampleSwitch> Switches { get; }

    /// <summary>SHA-256 over the canonical text, 64 lower-case hexadecimal digits.</summary>
    public string Digest => digest.Value;

    /// <summary>What the matrix demands and nothing else, a line a switch, sorted by name: words that only explain, and the order of the list, do not change it.</summary>
    public string CanonicalText => string.Concat(Switches.OrderBy(one => one.Name, StringComparer.Ordinal).Select(Line));

    /// <summary>Reads a list of switches.</summary>
    /// <exception cref="JsonException">It is no such list, or an entry lacks a word; the message names it.</exception>
    public static KillMatrix Read(Stream json)
    {
        using var list = JsonDocument.Parse(json);
        return new KillMatrix([.. list.RootElement.GetProperty("switches").EnumerateArray().Select(From)]);
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static KillMatrix Read(string json) => Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string Line(SampleSwitch one)
    {
        return $"{(one.IsFlaw ? "flaw" : "variant")} {one.Name} {one.Item} check={one.Check} also={Items(one.Also)} open={Items(one.LeavesOpen)} pace={(one.NeedsDocumentedPace ? "documented" : "any")}{(one.NeedsAddresses ? " driver=addresses" : "")}\n";
    }

    private static string Items(IEnumerable<(string Item, string Cause)> named) => string.Join(',', named.Select(one => one.Item).Order(StringComparer.Ordinal));

    private static SampleSwitch From(JsonElement entry)
    {
        var name = Word(entry, "name") ?? throw new JsonException("a switch has no name");
        var flaw = Word(entry, "kind") switch
        {
            "flaw" => true,
            "variant" => false,
            var kind => throw new JsonException($"{name} is of the kind '{kind}': flaw and variant are known"),
        };
        return new SampleSwitch
        {
            Name = name,
            IsFlaw = flaw,
            Item = Word(entry, flaw ? "breaks" : "passes") ?? throw new JsonException($"{name} names no item that it {(flaw ? "breaks" : "passes")}"),
            Check = flaw ? Word(entry, "check") : null,
            Also = flaw ? Also(entry, "alsoBreaks", "cause") : Also(entry, "alsoPasses", "because"),
            LeavesOpen = flaw ? Also(entry, "leavesOpen", "cause") : [],
            Where = Word(entry, "where") ?? "",
            NeedsDocumentedPace = Word(entry, "pace") switch
            {
                null => false,
                "documented" => true,
                var pace => throw new JsonException($"{name} asks for the pace '{pace}': documented is the only one that can be asked for"),
            },
            NeedsAddresses = Word(entry, "driver") switch
            {
                null => false,
                "addresses" => true,
                var driver => throw new JsonException($"{name} asks for the driver '{driver}': addresses is the only one that can be asked for"),
            },
        };
    }

    private static IReadOnlyList<(string Item, string Cause)> Also(JsonElement entry, string name, string reason) =>
        entry.TryGetProperty(name, out var also) ? [.. also.EnumerateArray().Select(one => (Word(one, "item") ?? "", Word(one, reason) ?? ""))] : [];

    private static string? Word(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;
}
