namespace Readiness.Secrets.Sources;

/// <summary>A repository as git sees it.</summary>
/// <param name="Folder">Where git is run.</param>
/// <param name="Top">What paths in its history begin at: the working tree, or the repository itself where it has none.</param>
/// <param name="CommonFolder">What all its working trees share; tells one repository from another.</param>
/// <param name="Prefix">Where <paramref name="Folder"/> lies below <paramref name="Top"/>, with a slash at its end; empty at the top.</param>
internal sealed record GitRepository(string Folder, string Top, string Prefix, string CommonFolder, bool IsShallow)
{
    /// <summary>The parts whose past is asked for, as prefixes; all of it where there is none.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>What is added to a command of git that walks the history.</summary>
    public IEnumerable<string> Limits => Parts.Count == 0 ? [] : ["--full-history", "--", .. Parts.Select(part => $":(top,literal){part}")];
}
