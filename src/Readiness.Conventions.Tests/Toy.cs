using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Conventions.Tests;

/// <summary>A checklist of four items, for what must be found.</summary>
internal static class Toy
{
    public static ProviderChecklist Checklist { get; } = new()
    {
        Profile = "toy",
        Provider = "Toy",
        Version = "1",
        OfficialLines = [],
        Items =
        [
            Item("TOY-SEQ-01", Level.Required, ProofClass.Wire),
            Item("TOY-SEQ-02", Level.Contract, ProofClass.Drive),
            Item("TOY-SAY-01", Level.Required, ProofClass.Attest),
            Item("TOY-LATER-01", Level.Planned, ProofClass.Wire),
        ],
    };

    public static IReadOnlyList<WrittenScenario> Scenarios(string feature) => WrittenScenario.In([new("features/toy/01.feature", feature)]);

    private static ChecklistItem Item(string id, Level level, ProofClass proof) => new()
    {
        Id = new(id),
        Chapter = "Toys",
        Statement = "It holds.",
        Level = level,
        Proof = proof,
        Source = new("Guide", new("https://toy.example/guide")),
    };

    /// <summary>A check that never judges.</summary>
    internal sealed class Silent(string item) : ICheck
    {
        public ItemId Item => new(item);

        public string Name => $"Silent{item[^2..]}";

        public Judgement Judge(ScenarioEvidence evidence) => throw new NotSupportedException("Nothing is judged here.");
    }
}
