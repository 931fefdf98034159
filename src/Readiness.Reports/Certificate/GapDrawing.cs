using System.Globalization;
using Readiness.Reports.Markup;

namespace Readiness.Reports.Certificate;

/// <summary>Attempts on a line, to scale: a mark for each, and between them the pauses.</summary>
internal static class GapDrawing
{
    private const decimal Width = 120;
    private const decimal Margin = 5;

    /// <param name="gaps">Pauses in seconds; at least one.</param>
    /// <param name="longest">The span that fills the width, so that drawings beside each other share a scale.</param>
    /// <param name="title">What it shows, for those who do not see it.</param>
    public static Html Of(IReadOnlyList<decimal> gaps, decimal longest, string title)
    {
        List<decimal> at = [0];
        foreach (var gap in gaps)
        {
            at.Add(at[^1] + gap);
        }

        return Html.Of(
            $"<svg class=\"gaps\" role=\"img\" viewBox=\"0 0 {Width} 12\" aria-label=\"{title}\"><line x1=\"{Margin}\" y1=\"6\" x2=\"{Across(at[^1], longest)}\" y2=\"6\"/>{Html.Each(at, moment => Html.Of($"<circle cx=\"{Across(moment, longest)}\" cy=\"6\" r=\"3\"/>"))}</svg>");
    }

    private static string Across(decimal moment, decimal longest) =>
        (Margin + (longest == 0 ? 0 : moment / longest * (Width - (2 * Margin)))).ToString("0.#", CultureInfo.InvariantCulture);
}
