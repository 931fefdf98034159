namespace Readiness.Secrets;

/// <summary>How far one archive is opened. What lies beyond is listed as unread.</summary>
public sealed record ArchiveLimits
{
    /// <summary>Archives within archives, from 1.</summary>
    public int Depth { get; init; } = 6;

    /// <summary>Entries of one archive, with those of the archives in it.</summary>
    public int Entries { get; init; } = 200_000;

    /// <summary>Bytes that one archive may grow to, with the archives in it.</summary>
    public long ExpandedBytes { get; init; } = 2L << 30;
}
