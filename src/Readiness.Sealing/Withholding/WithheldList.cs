using System.Text.Json;

namespace Readiness.Sealing.Withholding;

/// <summary><c>withheld.json</c>: what was taken out of a package after it was sealed. Nobody signs it; everything in it follows from the seal.</summary>
/// <param name="Lines">Lines of the journal, each with the digest that stands for it in the tree.</param>
/// <param name="Files">The files that showed them, and went with them.</param>
internal sealed record WithheldList(int Schema, IReadOnlyList<WithheldLine> Lines, IReadOnlyList<string> Files)
{
    public const int OnlySchema = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Null where it is not written as <see cref="Write"/> writes it, in the same order, without repetitions.</summary>
    public static WithheldList? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<WithheldList>(json, Options) is { Schema: OnlySchema, Lines.Count: > 0 } list && list.Lines.All(line => IsDigest(line.Leaf)) && json.SequenceEqual(list.Write()) ? list : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Written in capitals it would be the same digest, and other bytes that nothing vouches for.
    private static bool IsDigest(string text) => text.Length == 2 * System.Security.Cryptography.SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);

    public byte[] Write() =>
    [
        .. JsonSerializer.SerializeToUtf8Bytes(
            new WithheldList(Schema, [.. Lines.DistinctBy(line => line.Line).OrderBy(line => line.Line)], [.. Files.Distinct().Order(StringComparer.Ordinal)]), Options),
        (byte)'\n',
    ];
}

/// <param name="Line">Its number, from 1.</param>
/// <param name="Leaf">64 lower-case hexadecimal digits.</param>
internal sealed record WithheldLine(int Line, string Leaf);
