using Readiness.Reports.Terminal;

namespace Readiness.Reports.Tests;

public sealed class ItemListTests
{
    private static readonly ProviderChecklist Checklist = new()
    {
        Profile = "toy",
        Provider = "Toy Orders",
        Version = "2",
        OfficialLines = [],
        Items =
        [
            Item("TOY-TOKEN-01", "Tokens", "One token serves many calls, until it is about to expire, and all users share it.", Level.Required, ProofClass.Wire),
            Item("TOY-TOKEN-02", "Tokens", "A token is never logged.", Level.Contract, ProofClass.Inspect),
            Item("TOY-HOOK-01", "Webhooks", "Every event is acknowledged.", Level.Planned, ProofClass.Drive, "https://toy.example/a-long-address/of-a-page/that-would-not-fit"),
        ],
    };

    [Test]
    public void Every_item_is_told_with_its_level_its_proof_and_its_source() =>
        ItemList.Of(Checklist, 80).ShouldBe("""
            Toy Orders checklist 2: 3 items, 2 judged, 1 planned

            Tokens
            TOY-TOKEN-01    required  wire     One token serves many calls, until it is
                                               about to expire, and all users share it.
                            Guide, https://toy.example/guide
            TOY-TOKEN-02    contract  inspect  A token is never logged.
                            Guide, https://toy.example/guide

            Webhooks
            TOY-HOOK-01     planned   drive    Every event is acknowledged.
                            Guide,
                            https://toy.example/a-long-address/of-a-page/that-would-not-fit

            required decides · contract is shown, and decides in a strict run · planned is
            not judged by this version. 'readiness explain ID' tells how an item is judged.
            """);

    [TestCase(80)]
    [TestCase(120)]
    public void No_line_is_wider_than_the_terminal(int width) =>
        ItemList.Of(Checklist, width).Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(width);

    [Test]
    public void The_same_as_json_holds_everything_that_is_known_of_an_item()
    {
        var item = System.Text.Json.Nodes.JsonNode.Parse(ItemCatalogue.Of(Checklist))!["items"]![1]!;

        item.ToJsonString().ShouldBe("""{"id":"TOY-TOKEN-02","statement":"A token is never logged.","chapter":"Tokens","level":"contract","proof":"inspect","source":{"title":"Guide","url":"https://toy.example/guide"},"officialLines":[]}""");
    }

    private static ChecklistItem Item(string id, string chapter, string statement, Level level, ProofClass proof, string url = "https://toy.example/guide") => new()
    {
        Id = new(id),
        Chapter = chapter,
        Statement = statement,
        Level = level,
        Proof = proof,
        Source = new("Guide", new(url)),
    };
}
