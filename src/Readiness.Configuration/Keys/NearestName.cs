namespace Readiness.Configuration;

/// <summary>The known name that a mistyped one most likely meant.</summary>
public static class NearestName
{
    /// <summary>The nearest of the known names; null where none is near.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var candidates = known.ToList();
        var limit = Math.Max(2, written.Length / 4);
        var (name, distance) = candidates
            .Select(candidate => (candidate, Distance(written, candidate)))
            .OrderBy(c => c.Item2).ThenBy(c => c.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        if (name is not null && distance <= limit) return name;

        // A key cut short, or written into the wrong section, is far away by letters and yet obvious.
        return candidates.Where(c => written.Contains('.', StringComparison.Ordinal) && c.StartsWith(written, StringComparison.OrdinalIgnoreCase))
                   .OrderBy(c => c.Length).FirstOrDefault()
               ?? OnlyOne(candidates.Where(c => string.Equals(Last(c), Last(written), StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The nearest names, the nearest first: at least one where any is known, however far.</summary>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<string> Several(string written, IEnumerable<string> known, int most = 3) =>
        [.. known.Select(candidate => (candidate, Distance: Distance(written, candidate))).OrderBy(c => c.Distance).ThenBy(c => c.candidate, StringComparer.Ordinal).Take(most).Select(c => c.candidate)];

    private static string? OnlyOne(IEnumerable<string> names) => names.Take(2).ToList() is [var only] ? only : null;

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>Levenshtein's distance, blind to case.</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i]) == char.ToUpperInvariant(b[j]) ? 0 : 1;
                current[j + 1] = Math.Min(Math.Min(current[j], previous[j + 1]) + 1, previous[j] + same);
            }

            previous = current;
        }

        return previous[^1];
    }
}
