using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>Values whose name stands at the head of their column.</summary>
internal static partial class TableRules
{
    private const string Why = "Whoever reads the table can use it, and it stays in every copy and in git's history.";
    private const string Mend = "Have a new one issued, take this one out, and say in its place where the secret is kept.";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new() { Text = new("table-secret", "A secret in a table", Why, Mend), Keywords = KeyNames.Keywords, Behind = 2000, Applies = (line, _) => line.Contains('|', StringComparison.Ordinal), Find = (text, _) => Rows(text) },
        new() { Text = new("insert-secret", "A secret in an INSERT of SQL", Why, Mend), Keywords = ["insert into"], Behind = 2000, Find = (text, _) => Inserts(text) },
        new() { Text = new("csv-secret", "A secret in a list of comma-separated values", Why, Mend), Keywords = KeyNames.Keywords, Behind = 2000, Applies = (_, context) => context.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase), Find = (text, _) => Lists(text) },
    ];

    private static IEnumerable<RuleHit> Rows(string text)
    {
        var lines = Lines(text).ToList();
        if (lines.Count < 3 || !lines[0].Text.Contains('|', StringComparison.Ordinal) || !Ruler().IsMatch(lines[1].Text))
        {
            return [];
        }

        return Columns(Cells(lines[0]), lines.Skip(2).TakeWhile(line => line.Text.Contains('|', StringComparison.Ordinal)).Select(Cells));

        static List<(string Text, int Index)> Cells((string Text, int Index) line) =>
            [.. Cell().Matches(line.Text).Select(cell => (cell.Groups["cell"].Value, line.Index + cell.Groups["cell"].Index))];
    }

    private static IEnumerable<RuleHit> Inserts(string text)
    {
        var head = InsertHead().Match(text);
        if (!head.Success)
        {
            return [];
        }

        var names = head.Groups["columns"].Value.Split(',').Select(name => (name.Trim(' ', '`', '"', '[', ']', '\r', '\n', '\t'), 0)).ToList();
        var end = text.IndexOf(';', head.Index + head.Length) is >= 0 and var found ? found : text.Length;
        var rows = InsertRow().Matches(text[..end], head.Index + head.Length)
            .Select(row => InsertCell().Matches(row.Value).Select(cell => (cell.Groups["cell"].Value, row.Index + cell.Groups["cell"].Index)).ToList());
        return Columns(names, rows);
    }

    private static IEnumerable<RuleHit> Lists(string text)
    {
        var lines = Lines(text).ToList();
        return lines.Count < 2 ? [] : Columns(Cells(lines[0]), lines.Skip(1).Select(Cells));

        static List<(string Text, int Index)> Cells((string Text, int Index) line) =>
            [.. ListCell().Matches(line.Text).Select(cell => (cell.Groups["cell"].Value, line.Index + cell.Groups["cell"].Index))];
    }

    private static IEnumerable<RuleHit> Columns(List<(string Text, int Index)> head, IEnumerable<List<(string Text, int Index)>> rows)
    {
        foreach (var row in rows.Where(row => row.Count == head.Count))
        {
            for (var column = 0; column < head.Count; column++)
            {
                var ((name, _), (value, index)) = (head[column], row[column]);
                if (ValueJudge.IsSecret(value, KeyNames.KindOf(name), quoted: true, code: false))
                {
                    yield return new RuleHit(name, value, index, value.Length, 0, index);
                }
            }
        }
    }

    private static IEnumerable<(string Text, int Index)> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            yield return (text[start..end].TrimEnd('\r'), start);
            start = end + 1;
        }
    }

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RuleLimits.Milliseconds)]
    private static partial Regex Ruler();

    [GeneratedRegex(@"(?<=\|)\s*[`*]{0,3}(?<cell>[^|]*?)[`*]{0,3}\s*(?=\|)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Cell();

    [GeneratedRegex(@"\bINSERT\s+INTO\s+\S{1,120}\s*\((?<columns>[^()]{1,1000})\)\s*(?:OUTPUT\s[^()\n]{1,80})?VALUES\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex InsertHead();

    [GeneratedRegex(@"\((?:[^()']|'[^']*'|\([^()]*\))*\)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex InsertRow();

    [GeneratedRegex(@"(?<=[(,])\s*(?:N?'(?<cell>[^']*)'|(?<cell>(?:[^,()']|\([^()]*\))+))\s*(?=[,)])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex InsertCell();

    [GeneratedRegex(@"(?<=^|[,;\t])(?:""(?<cell>[^""]*)""|(?<cell>[^,;\t""]*))(?=[,;\t]|$)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex ListCell();
}
