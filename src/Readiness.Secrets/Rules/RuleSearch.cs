using System.Text;
using System.Text.RegularExpressions;
using Readiness.Secrets.Sources;

namespace Readiness.Secrets.Rules;

/// <summary>Applies the rules to a part of a content: first a vectorised search for keywords, then on the lines around them the rules that they belong to.</summary>
internal sealed class RuleSearch
{
    /// <summary>What a rule finds begins at most so far behind its keyword.</summary>
    private const int Behind = 4000;

    /// <summary>Lines that are longer are looked at in pieces.</summary>
    private const int LongestLine = 4096;

    /// <summary>What is kept before a keyword in a long line, so that the name around it is seen whole.</summary>
    private const int Before = 512;

    private const int LongestKey = 80;

    private readonly IReadOnlyList<Rule> rules;
    private readonly Tally tally;
    private readonly KeywordSearch narrow;
    private readonly KeywordSearch binary;

    /// <param name="rules">The particular ones first: what they take is not taken by those after them.</param>
    public RuleSearch(IReadOnlyList<Rule> rules, Tally tally)
    {
        this.rules = rules;
        this.tally = tally;
        narrow = new KeywordSearch(rules, _ => true);
        binary = new KeywordSearch(rules, rule => rule.InBinaries);
    }

    /// <param name="known">What is reported as a known secret, in units of bytes.</param>
    /// <param name="width">Bytes a character.</param>
    public void Look(TextWindow window, ContentPlace place, IReadOnlyList<Range> known, int width, FindingBook findings)
    {
        var keywords = window.HasLines ? narrow : binary;
        var context = new RuleContext(place.Name);
        HashSet<(int Index, Rule Rule)> seen = [];
        var tried = new bool[rules.Count];
        // A value in the middle can belong to a keyword before it.
        var places = keywords.Places(window.Text, Math.Max(0, window.Start - Behind), window.End);
        for (var next = 0; next < places.Count;)
        {
            var (start, owned) = Line(window.Text, places[next]);
            Array.Clear(tried);
            for (; next < places.Count && places[next] < owned; next++)
            {
                keywords.Mark(window.Text, places[next], tried);
            }

            var line = new string(window.Text[start..owned]);
            var scope = new Scope(context, place, known, width, [], seen);
            for (var index = 0; index < tried.Length; index++)
            {
                if (tried[index] && rules[index].Applies(line, context))
                {
                    var behind = Math.Min(window.Text.Length - owned, rules[index].Behind);
                    Try(rules[index], behind == 0 ? line : string.Concat(line, window.Text.Slice(owned, behind)), start, owned, scope, window, findings);
                }
            }
        }
    }

    /// <summary>The line around a place, or as much of it as is looked at in one go.</summary>
    private static (int Start, int End) Line(ReadOnlySpan<char> text, int at)
    {
        var least = Math.Max(0, at - Before);
        var start = text[least..at].LastIndexOf('\n') is >= 0 and var found ? least + found + 1 : least;
        var rest = text[at..Math.Min(text.Length, at + LongestLine)];
        return (start, rest.IndexOf('\n') is >= 0 and var end ? at + end + 1 : at + rest.Length);
    }

    private void Try(Rule rule, string segment, int start, int owned, Scope scope, TextWindow window, FindingBook findings)
    {
        IReadOnlyList<RuleHit> hits;
        try
        {
            hits = [.. rule.Find(segment, scope.Context)];
        }
        catch (RegexMatchTimeoutException)
        {
            tally.Unread(scope.Place.At(window.LineOf(start), null).ToString(), $"looking for {rule.Text.Id} took too long there");
            return;
        }

        foreach (var hit in hits)
        {
            var (from, to) = (start + hit.Index, start + hit.Index + hit.Length);
            // Each belongs to the window in whose middle it begins, and to the first rule that takes it.
            if (from < window.Start || from >= window.End || start + hit.Start >= owned
                || scope.Taken.Any(other => from < other.End && other.Start < to)
                || scope.Known.Any(other => from * scope.Width < other.End.Value && other.Start.Value < to * scope.Width)
                || !scope.Seen.Add((from, rule)))
            {
                continue;
            }

            scope.Taken.Add((from, to));
            findings.Add(rule.Text, Plain(hit.Value, scope.Width), hit.Key is null ? null : Plain(hit.Key.Length > LongestKey ? hit.Key[..LongestKey] : hit.Key, scope.Width), scope.Place.At(window.LineOf(start + hit.At), null));
        }
    }

    // Characters of one byte are the bytes of UTF-8 one by one.
    private static string Plain(string text, int width) => width == 1 ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text)) : text;

    /// <summary>What stays the same for a line.</summary>
    private sealed record Scope(RuleContext Context, ContentPlace Place, IReadOnlyList<Range> Known, int Width, List<(int Start, int End)> Taken, HashSet<(int Index, Rule Rule)> Seen);
}
