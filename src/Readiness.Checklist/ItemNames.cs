using System.Text.RegularExpressions;

namespace Readiness.Checklist;

/// <summary>What a person may write for the items of a checklist: an id, an id without its first word, or a pattern of either.</summary>
public static class ItemNames
{
    /// <summary>The items that are meant, in the order of the checklist; empty where none is.</summary>
    /// <param name="written"><c>TOY-SEQ-01</c>, <c>seq-01</c>, <c>TOY-SEQ-*</c>; <c>*</c> stands for any text, <c>?</c> for one character. Case makes no difference.</param>
    public static IReadOnlyList<ItemId> Matching(string written, IEnumerable<ItemId> items)
    {
        var pattern = Regex.Escape(written.Trim()).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal);
        // The first word is the same for every item of a provider, so people leave it out.
        var expression = new Regex($"^(?:[^-]+-)?{pattern}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return [.. items.Where(item => expression.IsMatch(item.Value))];
    }

    /// <summary>Whether the text stands for several items at once.</summary>
    public static bool IsPattern(string written) => written.Contains('*', StringComparison.Ordinal) || written.Contains('?', StringComparison.Ordinal);

    /// <summary>Everything that stands for one item: the ids, and the ids without their first word.</summary>
    public static IEnumerable<string> Of(IEnumerable<ItemId> items) => items.SelectMany(item => new[] { item.Value, Short(item) }).Distinct();

    private static string Short(ItemId item) => item.Value[(item.Value.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
