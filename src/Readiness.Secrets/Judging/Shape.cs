namespace Readiness.Secrets.Judging;

/// <summary>What a text is made of, as far as that tells chance from words.</summary>
internal readonly record struct Shape
{
    /// <summary>Characters that passwords have and names of things do not.</summary>
    private const string Strong = "!@#$%^&*+=~?,;€§¡¿";

    private Shape(string text)
    {
        Length = text.Length;
        var before = Kind.None;
        var run = 0;
        foreach (var one in text)
        {
            var kind = KindOf(one);
            Lower += kind == Kind.Lower ? 1 : 0;
            Upper += kind == Kind.Upper ? 1 : 0;
            Digits += kind == Kind.Digit ? 1 : 0;
            StrongSymbols += Strong.Contains(one, StringComparison.Ordinal) ? 1 : 0;
            // A capital before small letters is how a word begins; every other change within a run is a turn.
            Turns += kind != before && kind != Kind.None && before != Kind.None && !(before == Kind.Upper && kind == Kind.Lower && run == 1) ? 1 : 0;
            run = kind == before ? run + 1 : 1;
            before = kind;
        }

        LongestConsonants = Consonants(text);
    }

    private enum Kind
    {
        None,
        Lower,
        Upper,
        Digit,
    }

    public int Length { get; }

    public int Lower { get; }

    public int Upper { get; }

    public int Digits { get; }

    public int StrongSymbols { get; }

    /// <summary>Changes between small letters, capitals and digits, but for words that begin with a capital.</summary>
    public int Turns { get; }

    public int LongestConsonants { get; }

    public int Letters => Lower + Upper;

    /// <summary>How many of small letters, capitals, digits and strong symbols there are.</summary>
    public int Classes => (Lower > 0 ? 1 : 0) + (Upper > 0 ? 1 : 0) + (Digits > 0 ? 1 : 0) + (StrongSymbols > 0 ? 1 : 0);

    public static Shape Of(string text) => new(text);

    /// <summary>Bits a character, by how often each occurs in the text itself.</summary>
    public static double Entropy(string text) =>
        -text.GroupBy(one => one).Select(group => (double)group.Count() / text.Length).Sum(share => share * Math.Log2(share));

    private static Kind KindOf(char one) => one switch
    {
        >= 'a' and <= 'z' => Kind.Lower,
        >= 'A' and <= 'Z' => Kind.Upper,
        >= '0' and <= '9' => Kind.Digit,
        _ => Kind.None,
    };

    private static int Consonants(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var one in text)
        {
            run = char.IsAsciiLetter(one) && !"aeiouyAEIOUY".Contains(one, StringComparison.Ordinal) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
