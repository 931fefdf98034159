namespace Readiness.Features;

/// <summary>Tags joined by <c>and</c>, <c>or</c>, <c>not</c> and brackets, as Gherkin's tools know them: <c>@restart and not @slow</c>.</summary>
/// <remarks><c>not</c> binds closest, then <c>and</c>, then <c>or</c>. The sign before a tag may be left out; case makes no difference.</remarks>
public sealed class TagExpression
{
    private static readonly string[] Words = ["and", "or", "not", "(", ")"];

    private readonly Queue<string> tokens;
    private readonly List<string> tags = [];
    private readonly Func<HashSet<string>, bool> takes;

    private TagExpression(string text)
    {
        tokens = new Queue<string>(text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        takes = Either();
        if (tokens.TryPeek(out var rest))
        {
            throw new FormatException($"'{rest}' stands where 'and' or 'or' is expected");
        }
    }

    /// <summary>The tags that it names, without <c>@</c>.</summary>
    public IReadOnlyList<string> Tags => tags;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong, in words for a user.</exception>
    public static TagExpression Parse(string text) => new(text);

    /// <summary>Whether a scenario with these tags is meant.</summary>
    public bool Takes(IEnumerable<string> tags) => takes(new HashSet<string>(tags, StringComparer.OrdinalIgnoreCase));

    private Func<HashSet<string>, bool> Either()
    {
        var left = Both();
        while (TakeWord("or"))
        {
            var (before, right) = (left, Both());
            left = tags => before(tags) || right(tags);
        }

        return left;
    }

    private Func<HashSet<string>, bool> Both()
    {
        var left = One();
        while (TakeWord("and"))
        {
            var (before, right) = (left, One());
            left = tags => before(tags) && right(tags);
        }

        return left;
    }

    private Func<HashSet<string>, bool> One()
    {
        if (TakeWord("not"))
        {
            var inner = One();
            return tags => !inner(tags);
        }

        if (TakeWord("("))
        {
            var inner = Either();
            return TakeWord(")") ? inner : throw new FormatException("a bracket is not closed");
        }

        if (!tokens.TryDequeue(out var token))
        {
            throw new FormatException("it ends where a tag is expected");
        }

        var tag = token.TrimStart('@');
        if (tag.Length == 0 || Words.Contains(token, StringComparer.OrdinalIgnoreCase))
        {
            throw new FormatException($"'{token}' stands where a tag is expected");
        }

        tags.Add(tag);
        return tags => tags.Contains(tag);
    }

    private bool TakeWord(string word)
    {
        if (!tokens.TryPeek(out var token) || !string.Equals(token, word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        tokens.Dequeue();
        return true;
    }
}
