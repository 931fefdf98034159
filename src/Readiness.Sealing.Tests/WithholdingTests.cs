using System.Text;
using Readiness.Sealing.Withholding;

namespace Readiness.Sealing.Tests;

public sealed class WithholdingTests
{
    private readonly SealedRun run = new();
    private SealedPackage made = null!;
    private byte[] package = [];

    [OneTimeSetUp]
    public async Task Seal()
    {
        made = await run.Seal();
        package = run.Package;
    }

    [OneTimeTearDown]
    public void Clean() => run.Dispose();

    [Test]
    public void What_is_withheld_is_gone_and_the_seal_holds_for_the_rest()
    {
        var withheld = Withholder.Withhold(package, [8]);
        var files = SealedRun.Unpack(withheld.Archive);
        var verification = PackageVerification.Of(SealedRun.Request(withheld.Archive) with { SealDigest = made.SealDigest });

        withheld.Lines.ShouldBe([8, 9]);
        verification.Wrong().ShouldBeEmpty();
        verification.ExitCode.ShouldBe(0);
        verification.Line("withheld").ShouldBe($"taken out after sealing: lines 8, 9 of journal.ndjson, and {withheld.Files.Count} files that showed them");
        verification.Line("journal").ShouldBe("12 lines as sealed");
        verification.Line("reports").ShouldBe("not regenerated: exchanges were withheld");
        files["seal.json"].ShouldBe(SealedRun.Unpack(package)["seal.json"]);
        files.Where(file => Encoding.UTF8.GetString(file.Value).Contains("second attempt", StringComparison.Ordinal)).ShouldBeEmpty();
        files.Where(file => Encoding.UTF8.GetString(file.Value).Contains("first attempt", StringComparison.Ordinal)).ShouldNotBeEmpty();
        Encoding.UTF8.GetString(files["journal.ndjson"]).Split('\n')[7].ShouldBe("""{"kind":"withheld","number":8}""");
        Encoding.UTF8.GetString(files["journal.salts"]).Split('\n')[7].ShouldBe("-");
        withheld.Files.ShouldContain("allure-report.html");
        withheld.Files.ShouldContain(name => name.EndsWith("-0008-attachment.httpexchange", StringComparison.Ordinal));
        withheld.Files.ShouldNotContain(name => name.EndsWith("-0006-attachment.httpexchange", StringComparison.Ordinal));
        withheld.Quotes.ShouldBeEmpty();
    }

    [Test]
    public void A_file_that_stays_and_quotes_it_is_named()
    {
        var quotes = Withholder.Withhold(package, [4]).Quotes;

        quotes.ShouldContain($"run.json holds \"{SealedRun.Message}\"");
        quotes.ShouldContain($"certificate.html holds \"{SealedRun.Message}\"");
    }

    [Test]
    public void More_can_be_withheld_later()
    {
        var once = Withholder.Withhold(package, [8]);
        var twice = Withholder.Withhold(once.Archive, [12]);

        twice.Lines.ShouldBe([8, 9, 12, 13]);
        once.Files.ShouldBeSubsetOf(twice.Files);
        SealedRun.Verify(twice.Archive).Wrong().ShouldBeEmpty();
        Should.Throw<WithholdException>(() => Withholder.Withhold(once.Archive, [8])).Message.ShouldBe("8 is withheld already");
    }

    [TestCase(9, "9 is the answer of exchange 8: withhold 8, and the answer goes with it")]
    [TestCase(2, "2 is no exchange: that line of the journal is of the kind 'note'")]
    [TestCase(99, "99 is no line of the journal, which has 14")]
    public void What_is_no_exchange_is_not_withheld(int number, string message) =>
        Should.Throw<WithholdException>(() => Withholder.Withhold(package, [number])).Message.ShouldBe(message);

    [Test]
    public void From_a_package_that_was_changed_nothing_is_withheld()
    {
        var files = SealedRun.Unpack(package);
        files["junit.xml"][5] ^= 1;

        Should.Throw<WithholdException>(() => Withholder.Withhold(SealedRun.Pack(files), [8])).Message.ShouldBe("the package is not as it was sealed: junit.xml was changed after sealing");
    }

    [Test]
    public void After_withholding_one_byte_of_any_file_is_still_seen([Range(1, 2)] int seed)
    {
        var random = new Random(seed);
        var archive = Withholder.Withhold(package, [8]).Archive;
        foreach (var (name, content) in SealedRun.Unpack(archive))
        {
            int[] places = name == "withheld.json" ? [.. Enumerable.Range(0, content.Length)] : [0, content.Length - 1, .. Enumerable.Range(0, 10).Select(_ => random.Next(content.Length))];
            foreach (var at in places)
            {
                var files = SealedRun.Unpack(archive);
                files[name][at] ^= (byte)(1 << random.Next(8));
                PackageVerification.Of(SealedRun.Request(SealedRun.Pack(files)) with { HarnessVersion = "0.2.0" }).Wrong().ShouldContain(line => line.Contains(name, StringComparison.Ordinal), $"{name}, byte {at}");
            }
        }
    }

    [Test]
    public void A_file_that_shows_no_exchange_cannot_be_withheld()
    {
        var files = SealedRun.Unpack(Withholder.Withhold(package, [8]).Archive);
        var list = WithheldList.Read(files["withheld.json"])!;
        files.Remove("junit.xml");
        files["withheld.json"] = (list with { Files = [.. list.Files, "junit.xml"] }).Write();

        SealedRun.Verify(SealedRun.Pack(files)).Wrong().ShouldBe(["files: junit.xml is missing, and is no file that may be withheld"]);
    }

    [Test]
    public void Another_line_in_the_place_of_a_withheld_one_is_seen()
    {
        var files = SealedRun.Unpack(Withholder.Withhold(package, [8]).Archive);
        files["journal.ndjson"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["journal.ndjson"]).Replace("""{"kind":"withheld","number":8}""", """{"kind":"note","name":"x","number":8,"at":1}""", StringComparison.Ordinal));

        SealedRun.Verify(SealedRun.Pack(files)).Wrong().ShouldBe(["journal: journal.ndjson was changed: withheld.json says that line 8 is withheld, and something stands there"]);
    }
}
