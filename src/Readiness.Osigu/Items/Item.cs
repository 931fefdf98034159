using Readiness.Checklist;

namespace Readiness.Osigu.Items;

/// <summary>Writes items down, one call each.</summary>
internal static class Item
{
    /// <summary>A line of the provider's own checklist or scenario list.</summary>
    /// <param name="lines">The lines of the checklist that it belongs to; none for a scenario that no line names.</param>
    public static ChecklistItem Required(string id, string chapter, ProofClass proof, SourcePage source, string statement, params string[] lines) =>
        Of(id, chapter, Level.Required, proof, source, statement) with { OfficialLines = lines };

    /// <summary>Follows from the documented contract; no line of the checklist names it.</summary>
    public static ChecklistItem Contract(string id, string chapter, ProofClass proof, SourcePage source, string statement) =>
        Of(id, chapter, Level.Contract, proof, source, statement);

    /// <summary>Known, and not judged by this version.</summary>
    public static ChecklistItem Planned(string id, string chapter, ProofClass proof, SourcePage source, string statement) =>
        Of(id, chapter, Level.Planned, proof, source, statement);

    private static ChecklistItem Of(string id, string chapter, Level level, ProofClass proof, SourcePage source, string statement) => new()
    {
        Id = new ItemId(id),
        Statement = statement,
        Chapter = chapter,
        Level = level,
        Proof = proof,
        Source = source,
    };
}
