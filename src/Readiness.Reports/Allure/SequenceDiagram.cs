using System.Globalization;
using System.Text;
using Readiness.Recording;

namespace Readiness.Reports.Allure;

/// <summary>Who said what to whom in a scenario, as a Mermaid sequence diagram.</summary>
internal static class SequenceDiagram
{
    public const string ContentType = "application/vnd.allure.diagrams.mermaid";
    public const string Extension = "mmd";

    // More than this no eye follows.
    private const int MostArrows = 40;

    public static string Draw(ScenarioScope scope)
    {
        var arrows = scope.Happenings.SelectMany(Arrows).OrderBy(arrow => arrow.At).ThenBy(arrow => arrow.Number).ToList();
        var text = new StringBuilder(
            """
            sequenceDiagram
                participant H as Harness
                participant I as Integration
                participant S as Sandbox and token server
                participant W as Webhook receiver

            """).Replace("\r", "");
        foreach (var arrow in arrows.Take(MostArrows))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {arrow.Way}: {Escape(PlainText.Line(arrow.Text, 70))}\n");
        }

        var more = Math.Max(0, arrows.Count - MostArrows) + (scope.LeftOut * 2);
        if (more > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    Note over H,W: {more} more in the journal\n");
        }

        return text.ToString();
    }

    private static IEnumerable<Arrow> Arrows(Happening happening)
    {
        var (asked, answered) = happening switch
        {
            Happening.Called { Exchange.Response.Transmission: Transmission.Complete } => ("I->>S", "S-->>I"),
            Happening.Called => ("I->>S", "S--xI"),
            Happening.Delivered { Delivery.Status: > 0 } => ("H->>W", "W-->>H"),
            Happening.Delivered => ("H->>W", "W--xH"),
            _ => ("H->>I", "I-->>H"),
        };
        yield return new Arrow(happening.At, happening.Number, asked, $"#{happening.Number} {happening.Asked}");
        if (happening.EndedAt is { } end)
        {
            yield return new Arrow(end, happening.Number, answered, $"#{happening.Number} {happening.Answered}");
        }
    }

    /// <summary>Everything but plain letters, digits and a few signs as a Mermaid entity code.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || " /._-,()=?&".Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                escaped.Append(rune);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return escaped.ToString();
    }

    private sealed record Arrow(TimeSpan At, int Number, string Way, string Text);
}
