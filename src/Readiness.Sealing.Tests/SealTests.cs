using Readiness.Reports.Certificate;

namespace Readiness.Sealing.Tests;

public sealed class SealTests
{
    private readonly SealedRun run = new();
    private readonly SealKey key = SealKey.Read(SealKey.New());

    [OneTimeTearDown]
    public void Clean()
    {
        run.Dispose();
        key.Dispose();
    }

    [Test]
    public async Task A_package_holds_what_a_run_left_and_nothing_that_merely_lies_there()
    {
        await run.Seal();

        SealedRun.Unpack(run.Package).Keys.Where(name => !name.StartsWith("allure-results/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(
            ["allure-report.html", "certificate.html", "certificate.json", "evidence/TOY-LOG-01/reseña.txt", "journal.ndjson", "journal.salts", "junit.xml", "run.json", "seal.json"]);
    }

    [Test]
    public async Task A_sealed_package_holds_in_every_point()
    {
        var made = await run.Seal(key, nonce: "OSG-2026-0815");
        var verification = PackageVerification.Of(SealedRun.Request(run.Package) with { Key = key.Public, SealDigest = made.SealDigest, Nonce = "OSG-2026-0815" });

        verification.Wrong().ShouldBeEmpty();
        verification.ExitCode.ShouldBe(0);
        var files = SealedRun.Unpack(run.Package);
        verification.Certificate.ShouldBe(CertificateNumber.Of(files["run.json"], files["journal.ndjson"]));
        verification.Lines.Select(line => line.Point).ShouldBe(["seal", "key", "digest", "nonce", "leaks", "files", "journal", "verdict", "items", "validity", "waivers", "reports"]);
        verification.Line("key").ShouldBe($"sealed with the key that was given, {key.Public.Id[..16]}…");
        verification.Line("verdict").ShouldBe("Corner Shop 4.2.0 against Toy Orders, 2026-03-14: ready (rehearsal)");
        verification.Line("items").ShouldBe("all 4 required items of toy 2026.1 are there and decided");
        verification.Line("validity").ShouldBe("valid until 2026-06-14");
        verification.Line("waivers").ShouldBe("not expired: the waiver of TOY-FMT-01 by Grace Holt, until 2026-04-30");
        verification.Line("reports").ShouldStartWith("judged again from the journal and made again from it, byte for byte");
    }

    [Test]
    public async Task Without_a_key_of_its_own_the_issuer_is_not_identified()
    {
        var made = await run.Seal();
        var verification = SealedRun.Verify(run.Package);

        made.IsIdentified.ShouldBeFalse();
        verification.ExitCode.ShouldBe(0);
        verification.Line("key").ShouldBe($"{made.KeyId[..16]}…, made for this package alone: the issuer is not identified");
        verification.Line("digest").ShouldBe($"compare this with the e-mail: {made.SealDigest}");
    }

    [Test]
    public async Task Reports_of_another_harness_are_not_made_again()
    {
        await run.Seal();
        var verification = PackageVerification.Of(SealedRun.Request(run.Package) with { HarnessVersion = "0.2.0" });

        verification.ExitCode.ShouldBe(0);
        verification.Line("reports").ShouldBe("not regenerated: they are of harness 0.1.0, and this is 0.2.0");
    }

    [Test]
    public async Task A_profile_that_is_not_known_here_is_told()
    {
        await run.Seal();
        var verification = PackageVerification.Of(SealedRun.Request(run.Package) with { Profiles = _ => null });

        verification.ExitCode.ShouldBe(0);
        verification.Line("items").ShouldBe("this harness has no profile toy: what is required is taken from the package itself");
        verification.Line("reports").ShouldBe("made again from run.json and journal.ndjson, byte for byte; not judged again, as this harness does not have the profile");
    }

    [Test]
    public async Task Files_that_came_beside_the_package_are_compared()
    {
        await run.Seal();
        PackageFile certificate = new("certificate.html", await File.ReadAllBytesAsync(Path.Combine(run.Folder, "certificate.html")));

        PackageVerification.Of(SealedRun.Request(run.Package) with { Beside = [certificate] }).ExitCode.ShouldBe(0);
        PackageVerification.Of(SealedRun.Request(run.Package) with { Beside = [certificate with { Content = "other"u8.ToArray() }] }).Wrong()
            .ShouldBe(["files: certificate.html, which came beside the package, is another one than was sealed"]);
        PackageVerification.Of(SealedRun.Request(run.Package) with { Beside = [certificate with { Name = "other.html" }] }).Wrong()
            .ShouldBe(["files: other.html, which came beside the package, is no file of it"]);
    }

    [Test]
    public void The_same_files_give_the_same_archive()
    {
        PackageFile[] files = [new("b/ñ.txt", "two"u8.ToArray()), new("a.txt", ReadOnlyMemory<byte>.Empty)];

        PackageArchive.Write(files).ShouldBe(PackageArchive.Write(files.Reverse()));
    }
}
