using System.Text;
using System.Xml;

namespace Readiness.Reports;

/// <summary>Text of unknown origin, made harmless for a reader before any format escapes it.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text without control characters, lone surrogates and marks that turn the reading direction; each becomes U+FFFD. Tabs and line feeds stay.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var here = text[index];
            if (char.IsHighSurrogate(here) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                clean.Append(here).Append(text[++index]);
            }
            else if (here != '\r')
            {
                clean.Append(IsPlain(here) ? here : Replacement);
            }
        }

        return clean.ToString();
    }

    /// <summary>The clean text on one line.</summary>
    public static string Line(string text) => string.Join(' ', Clean(text).Split(['\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The clean text on one line, cut with an ellipsis where it is longer.</summary>
    public static string Line(string text, int longest) =>
        Line(text) is var line && line.Length <= longest ? line : string.Concat(line.AsSpan(0, longest - 1).TrimEnd(), "…");

    private static bool IsPlain(char here) =>
        here is '\n' or '\t' || (XmlConvert.IsXmlChar(here) && !char.IsControl(here) && !TurnsDirection(here));

    // Embeddings, overrides and isolates can make a report read differently from what it says.
    private static bool TurnsDirection(char here) =>
        here is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u2028' or '\u2029';
}
