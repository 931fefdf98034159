namespace Readiness.Secrets.Sources;

/// <summary>Tells archives by their first bytes: names lie.</summary>
internal static class ArchiveFormats
{
    private const int TarMagicAt = 257;

    public static ArchiveFormat Of(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => ArchiveFormat.Zip,
        [0x1F, 0x8B, 8, ..] => ArchiveFormat.Gzip,
        _ when head.Length > TarMagicAt + 5 && head[TarMagicAt..].StartsWith("ustar"u8) => ArchiveFormat.Tar,
        _ => ForeignName(head) is null ? ArchiveFormat.None : ArchiveFormat.Foreign,
    };

    /// <summary>The name of a way of packing that cannot be opened here; null where it is none of them.</summary>
    public static string? ForeignName(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, ..] => "bzip2",
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "xz",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "zstd",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => "7-zip",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, ..] => "RAR",
        _ => null,
    };
}
