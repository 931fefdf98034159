using System.Text.RegularExpressions;
using Readiness.EndToEnd.Tests.Processes;

namespace Readiness.EndToEnd.Tests.Guides;

/// <summary>A command that a page tells its reader to give.</summary>
/// <param name="Arguments">What stands behind the program's name.</param>
/// <param name="Page">Where it stands first.</param>
public sealed partial record GuideCommand(string Arguments, string Page)
{
    /// <summary>The commands that take minutes, unless a part of the checklist is asked for.</summary>
    private static readonly string[] Long = ["certify", "test", "selfcheck"];

    /// <summary>Every command of the guides and of the first page, in blocks of code, once.</summary>
    public static IReadOnlyList<GuideCommand> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Built.Root, "docs"), "guide-*.md").Order(StringComparer.Ordinal).Append(Path.Combine(Built.Root, "README.md"))
            .SelectMany(page => In(File.ReadAllText(page), Path.GetFileName(page))).DistinctBy(command => command.Arguments),
    ];

    public string Verb => Arguments.Split(' ')[0];

    /// <summary>Whether it takes minutes. Such a one is run by <c>.ci/run</c>.</summary>
    public bool IsLong => Long.Contains(Verb) && !Has("--items") && !Has("--failed");

    /// <summary>Whether it goes on until Ctrl-C.</summary>
    public bool GoesOn => Verb == "sandbox" || Has("--keep");

    public bool Has(string option) => Arguments.Split(' ').Contains(option);

    public override string ToString() => Arguments;

    /// <summary>The commands in a page's blocks of code.</summary>
    public static IEnumerable<GuideCommand> In(string text, string page) =>
        from Match block in Block().Matches(text)
        from line in block.Groups[1].Value.Split('\n')
        let command = Command().Match(line)
        where command.Success
        select new GuideCommand(WithoutQuotationMark(Comment().Replace(command.Groups[1].Value, "").Trim()), page);

    /// <summary>A line of a script may stand in quotation marks itself; the last one is then not the command's.</summary>
    private static string WithoutQuotationMark(string arguments) => arguments.Count(letter => letter == '\'') % 2 == 0 ? arguments : arguments.TrimEnd('\'');

    [GeneratedRegex(@"^```\w*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<![\w./-])(?:\.{1,2}/)?(?:readiness-harness/)?readiness ([a-z].*)$")]
    private static partial Regex Command();

    [GeneratedRegex(@"\s#.*$")]
    private static partial Regex Comment();
}
