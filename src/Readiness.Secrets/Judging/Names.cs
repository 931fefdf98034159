using System.Text.RegularExpressions;

namespace Readiness.Secrets.Judging;

/// <summary>Tells names that people give to things from values that a machine has drawn.</summary>
internal static partial class Names
{
    /// <summary>More consonants than this in a row are not pronounced in the languages that names are made of.</summary>
    private const int MostConsonants = 5;

    /// <summary>Letters that a word of a name has on average, at least.</summary>
    private const double ShortestAverage = 3;

    /// <summary>True for words with numbers only at their ends, between marks that join words: <c>shop-client-secret-v2</c> would be one.</summary>
    public static bool IsName(string value)
    {
        var parts = Separators().Split(value).Where(part => part.Length > 0).ToList();
        var words = parts.SelectMany(part => Humps().Split(part)).Where(word => word.Length > 0).ToList();
        var letters = value.Count(char.IsAsciiLetter);
        return words.Count > 0
               && words.All(word => Word().IsMatch(word))
               && Shape.Of(value).LongestConsonants <= MostConsonants
               && letters >= ShortestAverage * words.Count(word => char.IsAsciiLetter(word[0]));
    }

    [GeneratedRegex(@"[-_./:|\s]+", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Humps();

    [GeneratedRegex(@"^([A-Z]?[a-z]+|[A-Z]+)\d{0,4}$|^\d{1,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RuleLimits.Milliseconds)]
    private static partial Regex Word();
}
