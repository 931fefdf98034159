using System.Text;

namespace Readiness.Onboarding;

/// <summary>A command line as a person types it, in words.</summary>
public static class CommandWords
{
    /// <summary>The program and its arguments: blanks divide them, and quotation marks of both kinds hold together. A backslash is a letter, for paths of Windows have it. Null where a quotation mark is not closed.</summary>
    public static IReadOnlyList<string>? Of(string line)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var (quote, isWord) = ('\0', false);
        foreach (var character in line)
        {
            if (quote == '\0' && character is ('"' or '\''))
            {
                (quote, isWord) = (character, true);
            }
            else if (quote != '\0' && quote == character)
            {
                quote = '\0';
            }
            else if (quote == '\0' && char.IsWhiteSpace(character))
            {
                Finish();
            }
            else
            {
                word.Append(character);
                isWord = true;
            }
        }

        Finish();
        return quote == '\0' ? words : null;

        void Finish()
        {
            if (isWord) words.Add(word.ToString());
            word.Clear();
            isWord = false;
        }
    }
}
