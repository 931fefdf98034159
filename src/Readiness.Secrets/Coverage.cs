namespace Readiness.Secrets;

/// <summary>What a scan has looked at, and what it could not look at.</summary>
public sealed record Coverage
{
    /// <summary>Files that were read to their end, archives among them.</summary>
    public required long Files { get; init; }

    /// <summary>Bytes of those files.</summary>
    public required long Bytes { get; init; }

    /// <summary>Histories that were read, and those that could not be.</summary>
    public required IReadOnlyList<HistoryCoverage> Histories { get; init; }

    /// <summary>Archives that were opened, those in archives among them.</summary>
    public required long Archives { get; init; }

    /// <summary>Files in archives that were read.</summary>
    public required long Entries { get; init; }

    /// <summary>Bytes that archives grew to.</summary>
    public required long EntryBytes { get; init; }

    /// <summary>Symbolic links, which are not followed.</summary>
    public required long Links { get; init; }

    /// <summary>Empty files, pipes, sockets and devices: nothing can be read there.</summary>
    public required long Empty { get; init; }

    /// <summary>Files and folders that were left out because the request says so.</summary>
    public required long Excluded { get; init; }

    /// <summary>Contents within installed packages, in which only the known secrets were searched for.</summary>
    public required long Installed { get; init; }

    /// <summary>What could not be read and why; at most 1000 of them.</summary>
    public required IReadOnlyList<Unread> Unread { get; init; }

    /// <summary>How many there are, with those that are not listed.</summary>
    public required int UnreadCount { get; init; }

    /// <summary>Roots that could not be read at all, and histories that should be there and could not be read.</summary>
    public required IReadOnlyList<Unread> Failed { get; init; }

    /// <summary>Names of known secrets that are too short to be searched for.</summary>
    public required IReadOnlyList<string> NotSearched { get; init; }

    /// <summary>True where nothing that was asked for was left out for a fault.</summary>
    public bool IsComplete => UnreadCount == 0 && Failed.Count == 0 && NotSearched.Count == 0;

    /// <summary>Objects of git that were read.</summary>
    public long Objects => Histories.Sum(history => history.Blobs + history.Messages);

    /// <summary>True where not one byte was looked at.</summary>
    public bool IsNothing => Files + Objects == 0;
}
