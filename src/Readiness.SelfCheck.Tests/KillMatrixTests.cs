using System.Text.Json;
using Readiness.Running.Profiles;

namespace Readiness.SelfCheck.Tests;

public sealed class KillMatrixTests
{
    private const string List = """
        { "switches": [
          { "name": "Late", "kind": "flaw", "breaks": "TOY-A-01", "check": "AHolds", "pace": "documented",
            "alsoBreaks": [ { "item": "TOY-C-01", "cause": "late for everything" }, { "item": "TOY-B-01", "cause": "late there" } ], "where": "In most shops." },
          { "name": "Early", "kind": "variant", "passes": "TOY-B-01", "alsoBreaks": [], "where": "In one shop." } ] }
        """;

    private const string Canonical = """
        variant Early TOY-B-01 check= also= open= pace=any
        flaw Late TOY-A-01 check=AHolds also=TOY-B-01,TOY-C-01 open= pace=documented

        """;

    [Test]
    public void A_list_is_read_as_it_stands()
    {
        var matrix = KillMatrix.Read(List);

        matrix.Switches.Select(one => one.Name).ShouldBe(["Late", "Early"]);
        var late = matrix.Switches[0];
        (late.IsFlaw, late.Item, late.Check, late.NeedsDocumentedPace, late.Where).ShouldBe((true, "TOY-A-01", "AHolds", true, "In most shops."));
        late.Breaks.ShouldBe(["TOY-A-01", "TOY-C-01", "TOY-B-01"]);
        matrix.Switches[1].Breaks.ShouldBeEmpty();
    }

    [Test]
    public void The_digest_is_the_SHA256_of_the_canonical_text()
    {
        var matrix = KillMatrix.Read(List);

        matrix.CanonicalText.ShouldBe(Canonical);
        matrix.Digest.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Canonical))));
    }

    [Test]
    public void Words_that_only_explain_and_the_order_of_the_list_do_not_change_the_digest()
    {
        var matrix = KillMatrix.Read(List);

        new KillMatrix([.. matrix.Switches.Reverse()]).Digest.ShouldBe(matrix.Digest);
        KillMatrix.Read(List.Replace("In most shops.", "Everywhere.", StringComparison.Ordinal)).Digest.ShouldBe(matrix.Digest);
    }

    [TestCase("AHolds", "BHolds")]
    [TestCase("\"breaks\": \"TOY-A-01\"", "\"breaks\": \"TOY-A-02\"")]
    [TestCase("TOY-C-01", "TOY-D-01")]
    [TestCase("\"pace\": \"documented\",", "")]
    [TestCase("Early", "Prompt")]
    public void Whatever_is_demanded_changes_it(string now, string then) =>
        KillMatrix.Read(List.Replace(now, then, StringComparison.Ordinal)).Digest.ShouldNotBe(KillMatrix.Read(List).Digest);

    [TestCase("\"flaw\"", "\"fault\"", "Late is of the kind 'fault': flaw and variant are known")]
    [TestCase("\"breaks\"", "\"passes\"", "Late names no item that it breaks")]
    [TestCase("\"documented\"", "\"slow\"", "Late asks for the pace 'slow': documented is the only one that can be asked for")]
    public void What_cannot_be_understood_is_refused_by_name(string now, string then, string message) =>
        Should.Throw<JsonException>(() => KillMatrix.Read(List.Replace(now, then, StringComparison.Ordinal))).Message.ShouldBe(message);
}
