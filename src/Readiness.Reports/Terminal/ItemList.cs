using System.Text;
using Readiness.Checklist;

namespace Readiness.Reports.Terminal;

/// <summary>A checklist for the terminal: two lines an item, what it says and what it rests on.</summary>
public static class ItemList
{
    private const int IdWidth = 14;
    private const int LevelWidth = 8;
    private const int ProofWidth = 7;
    private const int StateWidth = 7;
    private static readonly string Indent = new(' ', IdWidth + 2);

    /// <summary>Every item in the order of the checklist, below its chapter. Ends without a line feed.</summary>
    public static string Of(ProviderChecklist checklist)
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

            text.Append($"\n{item.Id.Value,-IdWidth}  {Word(item.Level),-LevelWidth}  {Word(item.Proof),-ProofWidth}  {(IsJudged(item) ? "judged" : "planned"),-StateWidth}  {item.Statement}");
            text.Append($"\n{Indent}{item.Source.Title}, {item.Source.Url.OriginalString}");
        }

        return text.ToString();
    }

    private static bool IsJudged(ChecklistItem item) => item.Level != Level.Planned;

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
