using System.Text.RegularExpressions;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>What no file of the repository may hold.</summary>
internal static partial class SourceText
{
    /// <summary>A reader should see a whole file at a glance or two.</summary>
    public const int MostLines = 300;

    private static readonly string[] Written = [".cs", ".csproj", ".props", ".targets", ".feature", ".md", ".sh", ".json", ""];

    /// <summary>Files by hand that are too long. Lock files, solution files, schemas and approved output are written by tools; a list of switches is a table.</summary>
    public static IEnumerable<string> TooLong(IEnumerable<RepositoryFile> files) =>
        files.Where(file => Written.Contains(file.Extension) && !file.Path.EndsWith("-lock.json", StringComparison.Ordinal)
                            && !file.Path.EndsWith("/switches.json", StringComparison.Ordinal)
                            && !file.Path.EndsWith(".schema.json", StringComparison.Ordinal)
                            && !file.Path.Contains("/Approved/", StringComparison.Ordinal) && !file.Path.StartsWith("reports/", StringComparison.Ordinal))
            .Where(file => file.Lines.Count > MostLines)
            .Select(file => $"{file.Path} has {file.Lines.Count} lines");

    /// <summary>Waiting is for an event, with a limit.</summary>
    public static IEnumerable<string> Sleeping(IEnumerable<RepositoryFile> files) => Holding(files.Where(file => file.Extension == ".cs"), Sleep());

    /// <summary>Which feed serves the packages is the user's own choice.</summary>
    public static IEnumerable<string> RegistryHosts(IEnumerable<RepositoryFile> files) => Holding(files, Registry());

    /// <summary>Folders of one machine mean nothing on another.</summary>
    public static IEnumerable<string> MachinePaths(IEnumerable<RepositoryFile> files) => Holding(files, MachinePath());

    /// <summary>A partner manager reads the features; identifiers are for programmers. Tags may look like code.</summary>
    public static IEnumerable<string> Code(IEnumerable<RepositoryFile> features) =>
        from feature in features
        from line in feature.Lines
        where !line.TrimStart().StartsWith('@')
        from Match found in Identifier().Matches(line)
        select $"{feature.Path} holds the word of code {found.Value}";

    private static IEnumerable<string> Holding(IEnumerable<RepositoryFile> files, Regex forbidden) =>
        from file in files
        let found = forbidden.Match(file.Text)
        where found.Success
        select $"{file.Path} holds {found.Value}";

    [GeneratedRegex(@"\bThread\.Sleep\b")]
    private static partial Regex Sleep();

    [GeneratedRegex("""https?://[^/\s"'<>)]*(registry|nuget|npmjs|pypi|artifactory|nexus|jfrog)[^/\s"'<>)]*""", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();

    [GeneratedRegex(@"(?<![\w./}-])/(home|Users|root|work)/\w+|\b[A-Z]:\\Users\\\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\w*[A-Za-z0-9]_[A-Za-z0-9]\w*")]
    private static partial Regex Identifier();
}
