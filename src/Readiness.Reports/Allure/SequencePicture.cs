using System.Globalization;
using System.Net;
using System.Text;

namespace Readiness.Reports.Allure;

/// <summary>Who said what to whom in a scenario, as a picture that every reader shows.</summary>
internal static class SequencePicture
{
    private const double Width = 900;
    private const double Edge = 110;
    private const double Row = 30;
    private const double Head = 56;

    public static string Draw(ScenarioScope scope)
    {
        var arrows = SequenceArrow.Of(scope).Take(SequenceArrow.Most).ToList();
        var more = SequenceArrow.LeftOut(scope);
        Speaker[] speakers = [.. arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().Order()];
        var height = Head + (arrows.Count * Row) + (more > 0 ? Row : 0) + 20;
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width:0} {height:0}" width="{Width:0}" height="{height:0}" font-family="system-ui, sans-serif" font-size="13">
            <title>Who said what to whom</title>
            <rect width="{Width:0}" height="{height:0}" fill="#ffffff"/>

            """).ReplaceLineEndings("\n"));
        double X(Speaker speaker) => Edge + (speakers.Length < 2 ? 0 : Array.IndexOf(speakers, speaker) * (Width - (2 * Edge)) / (speakers.Length - 1));
        foreach (var speaker in speakers)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(speaker):0.#}\" y1=\"40\" x2=\"{X(speaker):0.#}\" y2=\"{height - 12:0.#}\" stroke=\"#cbd2d9\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{X(speaker) - 92:0.#}\" y=\"10\" width=\"184\" height=\"28\" rx=\"4\" fill=\"#f0f2f5\" stroke=\"#9aa5b1\"/>\n");
            Text(svg, X(speaker), 29, "#1f2933", SequenceArrow.Name(speaker));
        }

        var y = Head + 18;
        foreach (var arrow in arrows)
        {
            Arrow(svg, arrow, X(arrow.From), X(arrow.To), y);
            y += Row;
        }

        if (more > 0)
        {
            Text(svg, Width / 2, y, "#52606d", $"{more} more in the journal");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Arrow(StringBuilder svg, SequenceArrow arrow, double from, double to, double y)
    {
        var colour = arrow.Lost ? "#b42318" : "#3e4c59";
        var back = to > from ? -1 : 1;
        var end = arrow.Lost ? (from + to) / 2 : to;
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{from:0.#}\" y1=\"{y:0.#}\" x2=\"{end:0.#}\" y2=\"{y:0.#}\" stroke=\"{colour}\"{(arrow.Reply ? " stroke-dasharray=\"5 4\"" : "")}/>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path d=\"{(arrow.Lost ? $"M{Number(end - 5)} {Number(y - 5)}l10 10m0 -10l-10 10" : $"M{Number(end)} {Number(y)}l{8 * back} -4v8z")}\" stroke=\"{colour}\" fill=\"{colour}\"/>\n");
        Text(svg, (from + to) / 2, y - 6, colour, arrow.Text);
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static void Text(StringBuilder svg, double x, double y, string colour, string text) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" fill=\"{colour}\" text-anchor=\"middle\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\">{WebUtility.HtmlEncode(text)}</text>\n");
}
