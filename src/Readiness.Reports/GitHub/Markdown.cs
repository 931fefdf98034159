using System.Net;

namespace Readiness.Reports.GitHub;

/// <summary>Text for a page in Markdown that GitHub shows. What others wrote stays text.</summary>
public static class Markdown
{
    // Of all marks those that count within a line.
    private const string Marks = @"\`*_[]#!|~@$";

    /// <summary>The text on one line, so that it makes no link, no image, no mark-up, mentions nobody and ends no cell of a table.</summary>
    public static string Line(string text) =>
        // A mark that is written as an entity is none.
        string.Concat(PlainText.Line(text).EnumerateRunes().Select(rune => rune.IsAscii && Marks.Contains((char)rune.Value, StringComparison.Ordinal) ? $"&#{rune.Value};" : WebUtility.HtmlEncode(rune.ToString())))
            // GitHub makes links of these by itself.
            .Replace("://", "&#58;//", StringComparison.Ordinal).Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);

    /// <summary>A row of a table; the cells are Markdown already.</summary>
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
