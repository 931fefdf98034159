using Readiness.Checklist;

namespace Readiness.Osigu.Tests;

internal sealed class OsiguChecklistTests
{
    private static readonly ProviderChecklist Checklist = OsiguChecklist.Create();

    [Test]
    public void It_has_42_items_with_ids_of_their_own()
    {
        Checklist.Items.Count.ShouldBe(42);
        Checklist.Items.Select(item => item.Id).ShouldBeUnique();
    }

    [Test]
    public void This_version_judges_every_item() => Checklist.Items.Where(item => item.Level == Level.Planned).ShouldBeEmpty();

    [Test]
    public void Contract_items_are_on_no_line_of_the_provider() =>
        Checklist.Items.Where(item => item.Level == Level.Contract).Select(item => (item.Id.Value, item.OfficialLines.Count)).ShouldBe(
        [
            ("OSG-TOKEN-04", 0), ("OSG-TOKEN-05", 0), ("OSG-TOKEN-06", 0),
            ("OSG-HOOK-05", 0), ("OSG-HOOK-06", 0), ("OSG-HOOK-07", 0), ("OSG-HOOK-08", 0), ("OSG-HOOK-09", 0), ("OSG-HOOK-10", 0),
            ("OSG-RETRY-02", 0), ("OSG-RETRY-03", 0),
            ("OSG-CFG-01", 0), ("OSG-OTP-01", 0), ("OSG-PROD-01", 0), ("OSG-VOID-01", 0), ("OSG-UPD-01", 0), ("OSG-PRIV-01", 0),
        ], ignoreOrder: true);

    [TestCase("C1", "OSG-TOKEN-01 OSG-FLOW-01 OSG-FLOW-02 OSG-FLOW-03")]
    [TestCase("C2", "OSG-TOKEN-03 OSG-BEN-01 OSG-BEN-02 OSG-AUTH-01 OSG-AUTH-02 OSG-DISP-01 OSG-HOOK-01 OSG-HOOK-02")]
    [TestCase("C3", "OSG-HOOK-01 OSG-HOOK-02 OSG-HOOK-03 OSG-HOOK-04")]
    [TestCase("C4", "OSG-TOKEN-01 OSG-TOKEN-02")]
    [TestCase("C5", "OSG-RETRY-01")]
    [TestCase("C6", "OSG-SEC-01")]
    [TestCase("C7", "OSG-HOOK-02")]
    [TestCase("C8", "OSG-MON-01")]
    public void Each_line_of_the_provider_has_its_items(string line, string items) =>
        string.Join(' ', Checklist.Items.Where(item => item.OfficialLines.Contains(line)).Select(item => item.Id)).ShouldBe(items);

    [Test]
    public void The_provider_has_eight_lines() => string.Concat(Checklist.OfficialLines.Select(line => line.Key)).ShouldBe("C1C2C3C4C5C6C7C8");

    [TestCase("es", "Los caminos felices funcionan en el sandbox.")]
    [TestCase("pt-BR", "Os caminhos felizes funcionam no sandbox.")]
    public void Every_statement_is_there_in_every_language(string language, string firstLine)
    {
        var words = Checklist.Translations[language];

        words.Keys.Order(StringComparer.Ordinal).ShouldBe(
            Checklist.Items.Select(item => item.Id.Value).Concat(Checklist.OfficialLines.Select(line => line.Key)).Append("not-judged.1").Append("request").Order(StringComparer.Ordinal));
        words["C1"].ShouldBe(firstLine);
        Checklist.NotJudged.Count.ShouldBe(1);
    }

    [Test]
    public void The_digest_is_that_of_the_text_and_of_nothing_else()
    {
        var same = OsiguChecklist.Create() with { NotJudged = [] };
        var other = OsiguChecklist.Create() with { Items = [.. Checklist.Items.Select((item, index) => index == 0 ? item with { Statement = "Other." } : item)] };

        same.Digest.ShouldBe(Checklist.Digest);
        other.Digest.ShouldNotBe(Checklist.Digest);
    }

    [Test]
    public void Optional_capabilities_are_four() =>
        Checklist.Items.Where(item => item.Capability is not null).Select(item => $"{item.Id}:{item.Capability}").ShouldBe(
        [
            "OSG-FLOW-02:prescription", "OSG-FLOW-03:settlement",
            "OSG-ASYNC-01:asynchronous", "OSG-ASYNC-02:asynchronous", "OSG-ASYNC-03:asynchronous", "OSG-OTP-01:otp",
        ]);

    [Test]
    public void Every_judged_item_stands_in_the_chapter_of_its_feature() =>
        Checklist.Items.Where(item => item.Level != Level.Planned).Select(item => item.Chapter).Distinct().ShouldBe(
            ["Token", "Happy paths", "Sad paths", "Webhooks", "Asynchronous sponsor", "Retries", "Limits", "Sandbox reset", "Secrets", "Monitoring", "Sponsor rules", "Changes by the sponsor", "Privacy"]);

    [Test]
    public void Every_check_judges_an_item_that_is_not_planned() =>
        OsiguChecks.All.Where(check => Checklist.Find(check.Item) is not { Level: not Level.Planned }).Select(check => check.Name).ShouldBeEmpty();
}
