using System.Globalization;
using System.Text;

namespace Readiness.Reports.Allure;

/// <summary>Who said what to whom in a scenario, as the source of a Mermaid sequence diagram, to paste into a ticket or a page.</summary>
internal static class SequenceDiagram
{
    public const string ContentType = "application/vnd.allure.diagrams.mermaid";
    public const string Extension = "mmd";

    public static string Draw(ScenarioScope scope)
    {
        var text = new StringBuilder("sequenceDiagram\n");
        foreach (var speaker in Enum.GetValues<Speaker>())
        {
            text.Append(CultureInfo.InvariantCulture, $"    participant {speaker} as {SequenceArrow.Name(speaker)}\n");
        }

        foreach (var arrow in SequenceArrow.Of(scope).Take(SequenceArrow.Most))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {arrow.From}{Line(arrow)}{arrow.To}: {Escape(arrow.Text)}\n");
        }

        if (SequenceArrow.LeftOut(scope) is > 0 and var more)
        {
            text.Append(CultureInfo.InvariantCulture, $"    Note over {Speaker.Harness},{Speaker.Receiver}: {more} more in the journal\n");
        }

        return text.ToString();
    }

    private static string Line(SequenceArrow arrow) => arrow switch
    {
        { Lost: true } => "--x",
        { Reply: true } => "-->>",
        _ => "->>",
    };

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
}
