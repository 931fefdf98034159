using System.Text;

namespace Readiness.Reports.Mail.Mime;

/// <summary>One field of a message's header that people read (RFC 5322), with what is not ASCII as encoded words (RFC 2047).</summary>
internal static class HeaderField
{
    private const int LongestLine = 76;
    private const string WordStart = "=?utf-8?B?";
    private const string WordEnd = "?=";

    /// <summary>The field, folded, ended by CR LF. A line break in the value becomes a space: it cannot begin another field.</summary>
    public static string Write(string name, string value)
    {
        var line = PlainText.Line(value);
        return $"{name}: {(Folded(name, line) ?? Encoded(name, line))}\r\n";
    }

    /// <summary>ASCII folded at its spaces; null where it has to be encoded.</summary>
    private static string? Folded(string name, string value)
    {
        // What looks like an encoded word would be decoded as one.
        if (value.Any(here => here is < ' ' or > '~') || value.Contains("=?", StringComparison.Ordinal))
        {
            return null;
        }

        var folded = new StringBuilder();
        var column = name.Length + 1;
        foreach (var word in value.Split(' '))
        {
            if (word.Length >= LongestLine)
            {
                return null;
            }

            if (column + 1 + word.Length > LongestLine && folded.Length > 0)
            {
                folded.Append("\r\n ").Append(word);
                column = 1 + word.Length;
            }
            else
            {
                folded.Append(folded.Length > 0 ? " " : "").Append(word);
                column += 1 + word.Length;
            }
        }

        return folded.ToString();
    }

    private static string Encoded(string name, string value)
    {
        List<string> words = [];
        List<byte> word = [];
        foreach (var rune in value.EnumerateRunes())
        {
            // A character must not be divided between two words.
            var character = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + character.Length > Room(words.Count == 0 ? name.Length + 2 : 1))
            {
                words.Add(Word(word));
                word.Clear();
            }

            word.AddRange(character);
        }

        words.Add(Word(word));
        return string.Join("\r\n ", words);
    }

    /// <summary>Bytes that one encoded word of a line may hold.</summary>
    private static int Room(int taken) => (LongestLine - taken - WordStart.Length - WordEnd.Length) / 4 * 3;

    private static string Word(List<byte> bytes) => $"{WordStart}{Convert.ToBase64String([.. bytes])}{WordEnd}";
}
