using Readiness.Secrets.Allowing;

namespace Readiness.Secrets;

/// <summary>What is scanned, and for what.</summary>
public sealed record ScanRequest
{
    /// <summary>Folders and files. A folder inside a git repository brings the history of that repository.</summary>
    public required IReadOnlyList<string> Roots { get; init; }

    /// <summary>Where relative roots begin, and what the paths of findings are relative to; the current folder unless given.</summary>
    public string BaseFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Values that must be found nowhere, in no encoding.</summary>
    public IReadOnlyList<KnownSecret> Secrets { get; init; } = [];

    /// <summary>False to look for <see cref="Secrets"/> alone, and not for what looks like a credential.</summary>
    public bool Rules { get; init; } = true;

    /// <summary>False to leave out what git keeps of the past.</summary>
    public bool History { get; init; } = true;

    /// <summary>What a named person accepts.</summary>
    public AllowList Allow { get; init; } = AllowList.None;

    /// <summary>Paths that are left out, as globs relative to <see cref="BaseFolder"/>: <c>**/node_modules/**</c>. The coverage counts them.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Larger files and blobs are left out and listed as unread, in bytes; null for no limit.</summary>
    public long? MaximumFileSize { get; init; }

    /// <summary>How far archives are opened.</summary>
    public ArchiveLimits Archives { get; init; } = new();

    /// <summary>How many files are read side by side, from 1; the number of cores unless given.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>What git is called; another name is for tests.</summary>
    public string Git { get; init; } = "git";
}
