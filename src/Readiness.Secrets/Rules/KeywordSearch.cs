using System.Buffers;

namespace Readiness.Secrets.Rules;

/// <summary>The keywords of many rules, searched for at once.</summary>
internal sealed class KeywordSearch
{
    private readonly SearchValues<string> search;
    private readonly ILookup<char, (string Keyword, int[] Rules)> byFirst;

    /// <param name="wanted">Which of the rules are searched for.</param>
    public KeywordSearch(IReadOnlyList<Rule> rules, Func<Rule, bool> wanted)
    {
        var keywords = rules.Index()
            .Where(one => wanted(one.Item))
            .SelectMany(one => one.Item.Keywords.Select(keyword => (Keyword: keyword.ToLowerInvariant(), one.Index)))
            .GroupBy(one => one.Keyword, one => one.Index)
            .Select(group => (Keyword: group.Key, Rules: group.ToArray()))
            .ToArray();
        // A keyword that begins with another one is found with it.
        search = SearchValues.Create(
            [.. keywords.Select(one => one.Keyword).Where(one => !keywords.Any(other => other.Keyword != one && one.StartsWith(other.Keyword, StringComparison.Ordinal)))],
            StringComparison.OrdinalIgnoreCase);
        byFirst = keywords.ToLookup(one => one.Keyword[0]);
    }

    /// <summary>Where the next keyword begins; -1 where none does.</summary>
    public int Next(ReadOnlySpan<char> text, int from, int until) =>
        from < until && text[from..Math.Min(text.Length, until + LongestOverlap)].IndexOfAny(search) is >= 0 and var found && from + found < until ? from + found : -1;

    /// <summary>Marks the rules of all keywords that begin between two places.</summary>
    public void Mark(ReadOnlySpan<char> text, int from, int until, bool[] rules)
    {
        for (var at = from; Next(text, at, until) is >= 0 and var found; at = found + 1)
        {
            foreach (var (keyword, indices) in byFirst[char.ToLowerInvariant(text[found])])
            {
                if (text[found..].StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
                {
                    foreach (var index in indices)
                    {
                        rules[index] = true;
                    }
                }
            }
        }
    }

    private const int LongestOverlap = 32;
}
