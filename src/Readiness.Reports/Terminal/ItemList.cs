using System.Text;
using Readiness.Checklist;

namespace Readiness.Reports.Terminal;

/// <summary>A checklist for the terminal: what each item says, how it is proven, and what it rests on.</summary>
public static class ItemList
{
    private const int IdWidth = 14;
    private const int LevelWidth = 8;
    private const int ProofWidth = 7;
    private static readonly string SourceIndent = new(' ', IdWidth + 2);
    private static readonly string Indent = new(' ', IdWidth + 2 + LevelWidth + 2 + ProofWidth + 2);

    /// <summary>Every item in the order of the checklist, below its chapter. Ends without a line feed.</summary>
    /// <param name="width">Columns of the terminal.</param>
    public static string Of(ProviderChecklist checklist, int width)
    {
        var judged = checklist.Items.Count(IsJudged);
        var text = new StringBuilder($"{checklist.Provider} checklist {checklist.Version}: {checklist.Items.Count} items, {judged} judged, {checklist.Items.Count - judged} planned");
        string? chapter = null;
        foreach (var item in checklist.Items)
        {
            if (item.Chapter != chapter)
            {
                chapter = item.Chapter;
                text.Append($"\n\n{chapter}");
            }

            var head = $"{item.Id.Value,-IdWidth}  {Word(item.Level),-LevelWidth}  {Word(item.Proof),-ProofWidth}  ";
            text.Append('\n').Append(Columns.Wrapped(item.Statement, width, head, Indent));
            text.Append('\n').Append(Source(item.Source, width));
        }

        return text.Append($"\n\n{Columns.Wrapped(Legend, width)}").ToString();
    }

    private const string Legend =
        "required decides · contract is shown, and decides in a strict run · planned is not judged by this version. 'readiness explain ID' tells how an item is judged.";

    // An address is never broken, so that it can be followed.
    private static string Source(SourcePage page, int width)
    {
        var line = $"{SourceIndent}{page.Title}, {page.Url.OriginalString}";
        return line.Length <= width ? line : $"{SourceIndent}{page.Title},\n{SourceIndent}{page.Url.OriginalString}";
    }

    private static bool IsJudged(ChecklistItem item) => item.Level != Level.Planned;

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
