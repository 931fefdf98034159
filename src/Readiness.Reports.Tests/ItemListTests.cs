using Readiness.Reports.Terminal;

namespace Readiness.Reports.Tests;

public sealed class ItemListTests
{
    [Test]
    public void Every_item_is_told_with_its_level_its_proof_whether_it_is_judged_and_its_source() =>
        ItemList.Of(new ProviderChecklist
        {
            Profile = "toy",
            Provider = "Toy Orders",
            Version = "2",
            OfficialLines = [],
            Items =
            [
                Item("TOY-TOKEN-01", "Tokens", "One token serves many calls.", Level.Required, ProofClass.Wire),
                Item("TOY-TOKEN-02", "Tokens", "A token is never logged.", Level.Contract, ProofClass.Inspect),
                Item("TOY-HOOK-01", "Webhooks", "Every event is acknowledged.", Level.Planned, ProofClass.Drive),
            ],
        }).ShouldBe("""
            Toy Orders checklist 2: 3 items, 2 judged, 1 planned

            Tokens
            TOY-TOKEN-01    required  wire     judged   One token serves many calls.
                            Guide, https://toy.example/guide
            TOY-TOKEN-02    contract  inspect  judged   A token is never logged.
                            Guide, https://toy.example/guide

            Webhooks
            TOY-HOOK-01     planned   drive    planned  Every event is acknowledged.
                            Guide, https://toy.example/guide
            """);

    private static ChecklistItem Item(string id, string chapter, string statement, Level level, ProofClass proof) => new()
    {
        Id = new(id),
        Chapter = chapter,
        Statement = statement,
        Level = level,
        Proof = proof,
        Source = new("Guide", new("https://toy.example/guide")),
    };
}
