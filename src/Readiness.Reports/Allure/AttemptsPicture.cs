using System.Globalization;
using System.Net;
using System.Text;

namespace Readiness.Reports.Allure;

/// <summary>Attempts over time: a line per piece of work, a mark per attempt, gaps in words, the watch after the last one shaded.</summary>
internal static class AttemptsPicture
{
    public const string ContentType = "image/svg+xml";
    public const string Extension = "svg";

    private const double Width = 900;
    private const double Left = 30;

    // Attempts share this width in proportion to time; the watch, often far longer, has a band of its own beside them.
    private const double AttemptsWidth = 600;
    private const double WatchLeft = Left + AttemptsWidth + 30;
    private const double LineHeight = 104;

    // More lines than this no eye compares.
    private const int MostLines = 12;

    public static string Draw(IReadOnlyList<AttemptLine> lines)
    {
        var shown = lines.Take(MostLines).ToList();
        var longest = shown.Max(line => (line.Attempts[^1].At - line.Attempts[0].At).TotalSeconds);
        var height = 34 + (shown.Count * LineHeight) + (lines.Count > MostLines ? 24 : 0);
        var svg = new StringBuilder();
        svg.Append(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width:0} {height:0}" width="{Width:0}" height="{height:0}" font-family="system-ui, sans-serif" font-size="13">
            <title>Attempts over time</title>
            <rect width="{Width:0}" height="{height:0}" fill="#ffffff"/>
            <text x="{Left:0}" y="22" fill="#52606d">Attempts over {longest:0.0##} s, to scale; the watch after the last attempt is shaded, not to scale.</text>

            """).ReplaceLineEndings("\n"));
        for (var index = 0; index < shown.Count; index++)
        {
            Line(svg, shown[index], 34 + (index * LineHeight), longest);
        }

        if (lines.Count > MostLines)
        {
            Text(svg, Left, height - 8, "#52606d", "start", $"{lines.Count - MostLines} more in the journal");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Line(StringBuilder svg, AttemptLine line, double top, double longest)
    {
        var axis = top + 56;
        double X(TimeSpan at) => Left + 12 + (longest <= 0 ? 0 : (at - line.Attempts[0].At).TotalSeconds / longest * (AttemptsWidth - 24));

        Text(svg, Left, top + 20, "#1f2933", "start", PlainText.Line(line.Name, 90));
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{WatchLeft:0.#}\" y=\"{axis - 22:0.#}\" width=\"{Width - WatchLeft - 16:0.#}\" height=\"44\" fill=\"#e4e7eb\"/>\n");
        Text(svg, WatchLeft + ((Width - WatchLeft - 16) / 2), axis + 5, "#323f4b", "middle", $"silent for {Durations.Short(line.Silence)}");
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left:0.#}\" y1=\"{axis:0.#}\" x2=\"{WatchLeft:0.#}\" y2=\"{axis:0.#}\" stroke=\"#9aa5b1\"/>\n");
        var free = double.MinValue;
        for (var index = 0; index < line.Attempts.Count; index++)
        {
            var attempt = line.Attempts[index];
            var x = X(attempt.At);
            Mark(svg, attempt, x, axis);
            if (x - free >= 46)
            {
                Text(svg, x, axis - 13, Colour(attempt), "middle", attempt.Exchange.Status > 0 ? $"{attempt.Exchange.Status}" : "none");
                free = x;
            }
        }

        for (var index = 0; index < line.Gaps.Count; index++)
        {
            var (from, to) = (X(line.Attempts[index].At), X(line.Attempts[index + 1].At));
            if (to - from >= 60)
            {
                Text(svg, (from + to) / 2, axis + 17, "#52606d", "middle", Durations.Short(line.Gaps[index]));
            }
        }

        Text(svg, Left, axis + 38, "#52606d", "start", PlainText.Line($"{line.Attempts.Count} attempts (exchanges {Wording.Evidence([.. line.Attempts.Select(attempt => attempt.Number)])}); gaps {Gaps(line)}", 130));
    }

    private static string Gaps(AttemptLine line) =>
        string.Join(", ", line.Gaps.Take(8).Select(Durations.Short)) + (line.Gaps.Count > 8 ? $" and {line.Gaps.Count - 8} more" : "");

    // A round mark for an answer that succeeded, a square one for any other: not by colour alone.
    private static void Mark(StringBuilder svg, Happening.Called attempt, double x, double y)
    {
        if (attempt.Exchange.Succeeded)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"6\" fill=\"{Colour(attempt)}\"/>\n");
        }
        else
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x - 5.5:0.#}\" y=\"{y - 5.5:0.#}\" width=\"11\" height=\"11\" fill=\"{Colour(attempt)}\"/>\n");
        }
    }

    private static string Colour(Happening.Called attempt) => attempt.Exchange.Succeeded ? "#1b7f4b" : "#b42318";

    private static void Text(StringBuilder svg, double x, double y, string colour, string anchor, string text) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" fill=\"{colour}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(text)}</text>\n");
}
