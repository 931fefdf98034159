using System.Diagnostics;

namespace Readiness.Reports.Mail;

/// <summary>A letter as plain text. Its lines are not broken: every mail program does that for its own width.</summary>
internal static class LetterText
{
    /// <summary>The text, ended by a line feed.</summary>
    public static string Of(IReadOnlyList<Passage> letter) => $"{string.Join("\n\n", letter.Select(Written))}\n";

    private static string Written(Passage passage) => passage switch
    {
        Passage.Heading heading => $"{Clean(heading.Text)}\n{new string('-', Clean(heading.Text).Length)}",
        Passage.Paragraph paragraph => Clean(paragraph.Text),
        Passage.Notice notice => string.Join('\n', [$"*** {Clean(notice.Text)} ***", .. notice.Reasons.Select(reason => $"  * {Clean(reason)}")]),
        Passage.Facts facts => string.Join('\n', facts.All.Select(fact => $"{Clean(fact.Term)}: {Clean(fact.Value)}")),
        Passage.Points points => string.Join('\n', points.All.SelectMany(Lines)),
        Passage.Command command => $"  {Clean(command.Text)}",
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> Lines(Point point) =>
        [$"{Clean(point.Name)}  {Clean(point.Text)}".TrimEnd(), .. point.Below.Select(said => $"    {Clean(said.Text)}")];

    // What a partner wrote must not begin a line that looks like one of the letter's own.
    private static string Clean(string text) => PlainText.Line(text);
}
