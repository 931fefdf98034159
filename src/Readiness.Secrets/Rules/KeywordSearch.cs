using System.Buffers;

namespace Readiness.Secrets.Rules;

/// <summary>The keywords of many rules, searched for at once.</summary>
internal sealed class KeywordSearch
{
    /// <summary>The search is vectorised for so many texts at most.</summary>
    private const int MostAtOnce = 64;

    private readonly SearchValues<string>[] searches;
    private readonly ILookup<char, (string Keyword, int[] Rules)> byFirst;
    private readonly int longest;

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
        searches =
        [
            .. keywords.Select(one => one.Keyword)
                .Where(one => !keywords.Any(other => other.Keyword != one && one.StartsWith(other.Keyword, StringComparison.Ordinal)))
                .Chunk(MostAtOnce)
                .Select(some => SearchValues.Create(some, StringComparison.OrdinalIgnoreCase)),
        ];
        byFirst = keywords.ToLookup(one => one.Keyword[0]);
        longest = keywords.Max(one => one.Keyword.Length);
    }

    /// <summary>Where keywords begin between two places, in order; a place may be named twice.</summary>
    public List<int> Places(ReadOnlySpan<char> text, int from, int until)
    {
        List<int> places = [];
        var searched = text[..Math.Min(text.Length, until + longest)];
        foreach (var search in searches)
        {
            for (var at = from; at < until && searched[at..].IndexOfAny(search) is >= 0 and var found && at + found < until;)
            {
                places.Add(at + found);
                at += found + 1;
            }
        }

        places.Sort();
        return places;
    }

    /// <summary>Marks the rules of all keywords that begin at this place.</summary>
    public void Mark(ReadOnlySpan<char> text, int at, bool[] rules)
    {
        foreach (var (keyword, indices) in byFirst[char.ToLowerInvariant(text[at])])
        {
            if (text[at..].StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
            {
                foreach (var index in indices)
                {
                    rules[index] = true;
                }
            }
        }
    }
}
