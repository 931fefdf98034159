using System.Text;
using Readiness.Sealing.Statements;

namespace Readiness.Sealing.Tests;

/// <summary>Ways to make a package say something else than was sealed.</summary>
public sealed class AttackTests
{
    private readonly SealedRun run = new();
    private readonly SealKey key = SealKey.Read(SealKey.New());
    private Dictionary<string, byte[]> files = [];
    private SealedPackage made = null!;

    [SetUp]
    public async Task Seal()
    {
        made = await run.Seal(key);
        files = SealedRun.Unpack(run.Package);
    }

    [OneTimeTearDown]
    public void Clean()
    {
        run.Dispose();
        key.Dispose();
    }

    [Test]
    public void A_file_that_was_removed_is_named()
    {
        files.Remove("evidence/TOY-LOG-01/reseña.txt");

        Wrong().ShouldBe(["files: evidence/TOY-LOG-01/reseña.txt is missing"]);
    }

    [Test]
    public void A_file_that_was_added_is_named()
    {
        files["evidence/TOY-LOG-01/other.txt"] = "more"u8.ToArray();

        Wrong().ShouldBe(["files: evidence/TOY-LOG-01/other.txt was added after sealing"]);
    }

    [Test]
    public void Each_required_file_is_missed()
    {
        foreach (var name in (string[])["run.json", "journal.ndjson", "journal.salts", "certificate.html", "junit.xml"])
        {
            var rest = files.Where(file => file.Key != name);
            PackageVerification.Of(SealedRun.Request(SealedRun.Pack(rest))).Wrong().ShouldContain($"files: {name} is missing");
        }
    }

    [Test]
    public void Without_its_seal_nothing_is_believed()
    {
        files.Remove("seal.json");

        Wrong().ShouldBe(["seal: seal.json is missing: nothing shows that this is what was sealed"]);
    }

    [Test]
    public async Task The_journal_of_another_run_is_named()
    {
        using var other = new SealedRun("2026-03-13-0800-toy", lastStatus: 500);
        await other.Seal(key);
        var theirs = SealedRun.Unpack(other.Package);
        (files["journal.ndjson"], files["journal.salts"]) = (theirs["journal.ndjson"], theirs["journal.salts"]);

        Wrong().ShouldContain("files: journal.ndjson was changed after sealing");
        Wrong().ShouldContain("journal: journal.ndjson or journal.salts was changed: together they are not what was sealed");
        Wrong().ShouldContain("reports: run.json does not follow from journal.ndjson: TOY-IDEM-01 passed, by the journal failed");
    }

    [Test]
    public void A_verdict_that_was_edited_is_named()
    {
        files["run.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["run.json"]).Replace("\"ready (rehearsal)\"", "\"ready\"", StringComparison.Ordinal));

        Wrong().ShouldContain("files: run.json was changed after sealing");
        Wrong().ShouldContain("verdict: run.json was changed: it says other than the seal");
    }

    [Test]
    public async Task A_verdict_that_was_edited_and_sealed_again_does_not_follow_from_the_journal()
    {
        using var failed = new SealedRun(lastStatus: 500);
        failed.Result = SealedRun.Judge(run.Journal, failed.Result);
        failed.Write();
        var again = await failed.Seal();

        SealedRun.Verify(failed.Package).Wrong().ShouldBe(["reports: run.json does not follow from journal.ndjson: TOY-IDEM-01 passed, by the journal failed"]);
        PackageVerification.Of(SealedRun.Request(failed.Package) with { Key = key.Public }).Wrong()[0].ShouldBe($"key: sealed with another key: {again.KeyId[..16]}… and not {key.Public.Id[..16]}…");
        PackageVerification.Of(SealedRun.Request(failed.Package) with { SealDigest = made.SealDigest }).Wrong()[0]
            .ShouldBe($"digest: seal.json is another one than was announced: it has {again.SealDigest}. Somebody sealed again, or it belongs to another package");
    }

    [Test]
    public async Task Another_key_than_the_certificate_names_as_its_issuer_is_seen()
    {
        using var named = new SealedRun();
        named.Result = named.Result with { Issuer = key.Public.Id };
        named.Write();
        await named.Seal();
        Func<Journal, RunResult, RunResult> judge = (journal, recorded) => SealedRun.Judge(journal, recorded) with { Issuer = recorded.Issuer };
        var request = SealedRun.Request(named.Package) with { Profiles = _ => new KnownProfile(SealedRun.Checklist, judge) };

        PackageVerification.Of(request).Wrong().ShouldBe([$"key: the certificate names another key as its issuer, {key.Public.Id}"]);
        await named.Seal(key);
        PackageVerification.Of(request with { Archive = named.Package }).Wrong().ShouldBeEmpty();
    }

    [Test]
    public async Task A_report_that_was_edited_before_it_was_sealed_is_named()
    {
        using var edited = new SealedRun();
        await File.AppendAllTextAsync(Path.Combine(edited.Folder, "certificate.html"), "<p>and approved</p>");
        await edited.Seal();

        SealedRun.Verify(edited.Package).Wrong().ShouldBe(["reports: certificate.html does not follow from run.json and journal.ndjson"]);
    }

    [Test]
    public async Task A_required_item_that_was_left_out_is_missed()
    {
        using var less = new SealedRun();
        less.Result = less.Result with { Items = [.. less.Result.Items.Where(item => item.Item.Id.Value != "TOY-TOKEN-01")] };
        less.Write();
        await less.Seal();

        SealedRun.Verify(less.Package).Wrong()[0].ShouldBe("items: required by toy 2026.1, and missing or not marked as required: TOY-TOKEN-01");
    }

    [Test]
    public void A_key_id_that_names_somebody_else_is_seen()
    {
        using var other = SealKey.Ephemeral();
        files["seal.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["seal.json"]).Replace(key.Public.Id, other.Public.Id, StringComparison.Ordinal));

        Wrong()[0].ShouldStartWith($"seal: seal.json was changed: it names the key {other.Public.Id[..16]}… outside");
        PackageVerification.Of(SealedRun.Request(SealedRun.Pack(files)) with { Key = other.Public }).Wrong()[1].ShouldBe($"key: seal.json names the key {other.Public.Id[..16]}…, which did not sign what it says");
    }

    [Test]
    public void A_statement_that_was_edited_does_not_fit_its_signature()
    {
        var envelope = Envelope.Read(files["seal.json"])!;
        var statement = StatementFormat.Read(envelope.Payload)!;
        files["seal.json"] = (envelope with { Payload = StatementFormat.Write(statement with { Predicate = statement.Predicate with { Nonce = "mine" } }) }).Write();

        Wrong().ShouldBe(["seal: seal.json was changed: the signature does not fit what it says"]);
    }

    [Test]
    public void Another_kind_of_payload_is_no_seal()
    {
        files["seal.json"] = (Envelope.Read(files["seal.json"])! with { PayloadType = "application/json" }).Write();

        Wrong().ShouldBe(["seal: seal.json was changed: it is not written as a seal is"]);
    }

    [Test]
    public void A_nonce_that_was_given_out_has_to_be_there() =>
        PackageVerification.Of(SealedRun.Request(run.Package) with { Nonce = "OSG-1" }).Wrong().ShouldBe(["nonce: made for no nonce, and one was given out"]);

    [Test]
    public void Time_passes() => PackageVerification.Of(SealedRun.Request(run.Package) with { Now = new DateTimeOffset(2026, 6, 15, 0, 0, 0, TimeSpan.Zero) }).ShouldSatisfyAllConditions(
        late => late.ExitCode.ShouldBe(1),
        late => late.Wrong().ShouldBe(["validity: expired: it was valid until 2026-06-14", "waivers: expired: the waiver of TOY-FMT-01 by Grace Holt held until 2026-04-30"]));

    [Test]
    public void On_the_last_day_it_still_holds() =>
        PackageVerification.Of(SealedRun.Request(run.Package) with { Now = new DateTimeOffset(2026, 4, 30, 23, 59, 0, TimeSpan.Zero) }).ExitCode.ShouldBe(0);

    [Test]
    public async Task A_run_that_is_not_ready_is_no_broken_package()
    {
        using var failed = new SealedRun(lastStatus: 500);
        await failed.Seal();
        var verification = SealedRun.Verify(failed.Package);

        verification.ExitCode.ShouldBe(1);
        verification.Wrong().ShouldBe(["verdict: Corner Shop 4.2.0 against Toy Orders, 2026-03-14: not ready (rehearsal)", "items: required, and not met: TOY-IDEM-01 failed"]);
    }

    [Test]
    public void A_file_that_stands_twice_in_the_archive_is_named()
    {
        PackageFile[] twice = [.. files.Select(file => new PackageFile(file.Key, file.Value)), new("run.json", "{}"u8.ToArray())];

        SealedRun.Verify(PackageArchive.Write(twice)).Wrong().ShouldContain("archive: run.json: the archive holds it twice");
    }

    [Test]
    public void A_name_that_leads_out_of_the_package_is_refused()
    {
        files["../run.json"] = "{}"u8.ToArray();

        Wrong().ShouldContain("archive: ../run.json: no file of a package has such a name");
    }

    [Test]
    public void Bytes_before_or_behind_the_archive_are_seen()
    {
        SealedRun.Verify((byte[])[1, .. run.Package]).ExitCode.ShouldBe(6);
        SealedRun.Verify((byte[])[.. run.Package, 1]).ExitCode.ShouldBe(6);
        SealedRun.Verify(ReadOnlyMemory<byte>.Empty).ExitCode.ShouldBe(6);
    }

    private IReadOnlyList<string> Wrong() => SealedRun.Verify(SealedRun.Pack(files)).Wrong();
}
