using Readiness.Reports.Pages;
using Readiness.Reports.Terminal;

namespace Readiness.Reports.Tests;

public sealed class ItemExplanationTests
{
    private static readonly ItemExplanation Explanation = new()
    {
        Item = new ChecklistItem
        {
            Id = new("TOY-TOKEN-01"),
            Statement = "One token serves many calls.",
            Chapter = "Tokens",
            Level = Level.Required,
            Proof = ProofClass.Drive,
            Source = new("Guide", new("https://toy.example/guide")),
            Capability = "orders",
        },
        Lines = [new OfficialLine("T1", "Tokens are cached.")],
        Page = ItemPage.Read("""
            # TOY-TOKEN-01

            ## What is tested

            Whether the `token` is kept,
            and for how long.

            ## What fails it

            - A token for
              every call.
            - A second token.
            """),
        Scenarios = [new("One token", true, ["slow"], ["Given a shop", "When it orders <n> times"], ["n 2", "n 3"])],
        Flaws = [new("TokenForEveryCall", "Scripts.")],
        Variants = [new("TokenInDatabase", "Shops with several servers that share what they know by a table.")],
    };

    [Test]
    public void Everything_that_is_known_is_told_below_one_another() => Explanation.Text(60, Paint.Plain).ShouldBe("""
        TOY-TOKEN-01
        One token serves many calls.

          level     required: without it the run is not ready
          proof     provoked traffic: seen in traffic that the
                    harness provoked
          chapter   Tokens
          source    Guide, https://toy.example/guide
          applies   unless the capability 'orders' is declared as
                    not used
          line T1   Tokens are cached.

        What is tested
          Whether the token is kept, and for how long.

        What fails it
          - A token for every call.
          - A second token.

        Scenarios
          One token (core: the item cannot pass without it) @slow
              Given a shop
              When it orders <n> times
              for n 2; n 3

        Flaws of the bundled sample that break it (see one: certify --sample-switch NAME)
          TokenForEveryCall: Scripts.

        Variants of the bundled sample: unusual, and passed
          TokenInDatabase: Shops with several servers that share
            what they know by a table.

        Run it alone: readiness certify --items TOY-TOKEN-01
        """);

    [Test]
    public void Links_and_emphasis_are_told_as_words() =>
        (Explanation with { Page = ItemPage.Read("## How\n\n- *Files.* See [docs/secrets.md](../../secrets.md), and 2 * 3.") }).Text(120, Paint.Plain)
            .ShouldContain("  - Files. See docs/secrets.md, and 2 * 3.");

    [Test]
    public void An_item_that_is_not_judged_says_so()
    {
        var planned = Explanation with { Item = Explanation.Item with { Level = Level.Planned, Capability = null }, Page = null, Lines = [], Scenarios = [], Flaws = [], Variants = [] };

        planned.Text(120, Paint.Plain).ShouldEndWith("""
              source    Guide, https://toy.example/guide

            This version does not judge it.
            """);
    }
}
