namespace Readiness.Secrets;

/// <summary>What was read of one repository's past.</summary>
public sealed record HistoryCoverage
{
    /// <summary>The repository's folder, relative to the base folder of the scan; in brackets the parts of it whose past was read, where that is not all.</summary>
    public required string Repository { get; init; }

    /// <summary>Commits that are reachable from any reference, and touch what was asked for.</summary>
    public required long Commits { get; init; }

    /// <summary>Different contents of files that were read.</summary>
    public required long Blobs { get; init; }

    /// <summary>Messages of commits and tags that were read.</summary>
    public required long Messages { get; init; }

    public required long Bytes { get; init; }

    /// <summary>True for a shallow clone: what was before its oldest commit is not there to be read.</summary>
    public required bool IsShallow { get; init; }
}
