using System.Text;

namespace Readiness.Reports.Terminal;

/// <summary>Text broken into lines for a terminal.</summary>
public static class Columns
{
    /// <summary>The text broken between words. A word that is longer than a line, such as an address, keeps a line of its own.</summary>
    /// <param name="width">Columns of a whole line, the indent included.</param>
    /// <param name="first">What stands before the first line.</param>
    /// <param name="rest">What stands before the others.</param>
    public static string Wrapped(string text, int width, string first = "", string rest = "")
    {
        var lines = new StringBuilder(first);
        var (column, begun) = (first.Length, false);
        foreach (var word in PlainText.Line(text).Split(' '))
        {
            if (begun && column + 1 + word.Length > width)
            {
                lines.Append('\n').Append(rest);
                (column, begun) = (rest.Length, false);
            }

            lines.Append(begun ? " " : "").Append(word);
            column += (begun ? 1 : 0) + word.Length;
            begun = true;
        }

        return lines.ToString();
    }
}
