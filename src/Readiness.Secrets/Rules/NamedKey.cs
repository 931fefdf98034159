using System.Buffers;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>A name in a line that says that the value beside it is a secret.</summary>
/// <param name="Text">The name, without what joins it to others.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct NamedKey(string Text, KeyKind Kind, int Start, int End)
{
    private static readonly SearchValues<string> Words = SearchValues.Create(KeyNames.Keywords, StringComparison.OrdinalIgnoreCase);

    private const int MostBefore = 60;
    private const int MostBehind = 40;

    /// <summary>The names in the first line of a text that say something. Most lines have none, so this has to be quick.</summary>
    public static IReadOnlyList<NamedKey> In(string text)
    {
        var line = text.AsSpan();
        line = line.IndexOf('\n') is >= 0 and var newline ? line[..newline] : line;
        List<NamedKey>? found = null;
        var end = 0;
        while (end < line.Length && line[end..].IndexOfAny(Words) is >= 0 and var next)
        {
            var word = end + next;
            var start = word;
            for (end = word; end < line.Length && end - word < MostBehind && IsOfName(line[end]); end++)
            {
                // To where the name ends.
            }

            while (start > 0 && word - start < MostBefore && (IsOfName(line[start - 1]) || line[start - 1] is '[' or ']'))
            {
                start--;
            }

            // A key of two words: "Signing key".
            if (start == word && start > 1 && line[start - 1] == ' ')
            {
                for (start--; start > 0 && char.IsAsciiLetter(line[start - 1]); start--)
                {
                    // To where the word before it begins.
                }
            }

            while (start < word && line[start] is '-' or '.' or '[' or ']' or ' ')
            {
                start++;
            }

            while (end > word + 1 && line[end - 1] is '-' or '.')
            {
                end--;
            }

            var name = line[start..end].ToString();
            if (KeyNames.KindOf(name) is not KeyKind.None and var kind)
            {
                (found ??= []).Add(new NamedKey(name, kind, start, end));
            }
        }

        return found ?? [];
    }

    private static bool IsOfName(char one) => char.IsAsciiLetterOrDigit(one) || one is '_' or '-' or '.' || one >= '\u0080';
}
