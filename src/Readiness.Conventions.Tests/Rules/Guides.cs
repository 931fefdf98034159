using System.Text.RegularExpressions;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>What a guide takes from other files still stands there.</summary>
internal static partial class Guides
{
    /// <summary>Blocks of code behind a link to a file, that do not stand in it. A line with an ellipsis alone stands for what was left out; how far lines are indented makes no difference.</summary>
    public static IEnumerable<string> Misquoted(RepositoryFile guide, IReadOnlyList<RepositoryFile> files) =>
        from quotation in Quotations(guide)
        let source = files.FirstOrDefault(file => file.Path == quotation.Path)
        from part in quotation.Text.Split("\n…\n")
        where source is null || !Plain(source.Text).Contains(Plain(part), StringComparison.Ordinal)
        select $"{guide.Path} quotes {quotation.Path}: {part.TrimStart().Split('\n')[0]}";

    /// <summary>Which files are quoted.</summary>
    public static IEnumerable<string> Quoted(RepositoryFile guide) => Quotations(guide).Select(quotation => quotation.Path);

    /// <summary>Links to files and folders that are not there.</summary>
    public static IEnumerable<string> DeadLinks(RepositoryFile page, IReadOnlyList<RepositoryFile> files) =>
        from Match link in Link().Matches(page.Text)
        let target = Resolved(page.Path, link.Groups[1].Value)
        where !files.Any(file => file.Path == target || file.Path.StartsWith(target + "/", StringComparison.Ordinal))
        select $"{page.Path} links to {link.Groups[1].Value}";

    private static IEnumerable<(string Path, string Text)> Quotations(RepositoryFile guide) =>
        Quotation().Matches(guide.Text).Select(found => (Resolved(guide.Path, found.Groups[1].Value), found.Groups[2].Value));

    private static string Resolved(string page, string link)
    {
        var folder = Path.GetDirectoryName(page)!;
        return Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", folder, link))).Replace('\\', '/');
    }

    private static string Plain(string text) => string.Join('\n', text.Trim().Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"\]\(([^)#:]+)\):\n\n```\w*\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
