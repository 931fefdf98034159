using Readiness.Checklist;

namespace Readiness.Toy;

/// <summary>The toy provider's checklist of two items.</summary>
public static class ToyChecklist
{
    public static ItemId OneCallAtATime { get; } = new("TOY-SEQ-01");

    public static ItemId ErrorPages { get; } = new("TOY-HTML-01");

    public static ProviderChecklist Create() => new()
    {
        Profile = "toy",
        Provider = "Toy warehouse",
        Version = "1",
        OfficialLines =
        [
            new OfficialLine("T1", "Calls are sent one after the other."),
            new OfficialLine("T2", "An error page is survived, and the user is told."),
        ],
        Items =
        [
            Required(OneCallAtATime, "One call at a time", "A call is sent only after the one before was answered.", "calls", "T1"),
            Required(ErrorPages, "Error pages", "An error page in the place of data is told to the user, and the integration goes on working.", "errors", "T2"),
        ],
    };

    private static ChecklistItem Required(ItemId id, string chapter, string statement, string page, string line) => new()
    {
        Id = id,
        Statement = statement,
        Chapter = chapter,
        Level = Level.Required,
        Proof = ProofClass.Drive,
        Source = new SourcePage($"Toy warehouse, {page}", new Uri($"https://warehouse.example/{page}")),
        OfficialLines = [line],
    };
}
