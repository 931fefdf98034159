using System.Text;
using Readiness.Reports;
using Readiness.Sealing.Leaks;

namespace Readiness.Sealing.Tests;

/// <summary>The e-mail beside the package: from what was sealed, searched before it is written, and gone where it would not be true.</summary>
public sealed class RequestMailTests
{
    private SealedRun run = null!;

    [SetUp]
    public void Run() => run = new();

    [TearDown]
    public void Clean() => run.Dispose();

    [Test]
    public async Task A_run_ends_with_an_email_that_names_the_seal_of_the_package_it_carries()
    {
        var (code, told) = await Pack();

        code.ShouldBe(ExitCode.Ready);
        var seal = told.Single(line => line.StartsWith("  seal ", StringComparison.Ordinal)).Split(' ')[^1];
        Email.Replace("=\r\n", "", StringComparison.Ordinal).ShouldContain($"readiness verify package.zip --seal-digest {seal}");
        Email.ShouldContain(Convert.ToBase64String(run.Package, Base64FormattingOptions.InsertLineBreaks));
        PackageVerification.Of(SealedRun.Request(run.Package) with { SealDigest = seal }).Wrong().ShouldBeEmpty();
    }

    [Test]
    public async Task A_rehearsal_is_told_to_have_no_recipient()
    {
        var (_, told) = await Pack();

        told.ShouldContain(line => line.StartsWith("  e-mail ", StringComparison.Ordinal) && line.EndsWith(" MB, a draft without recipient:", StringComparison.Ordinal));
        told.ShouldContain("               it is a rehearsal: the provider’s waiting times were shortened; a request needs a run with --pace documented");
        Email.ShouldNotContain("\r\nTo: ");
    }

    [Test]
    public async Task The_email_has_the_language_of_the_certificate()
    {
        ReportWriter.Write(run.Result, run.Journal, run.Folder, "es");

        await Pack();

        Email.ShouldContain("Content-Language: es\r\n");
    }

    [Test]
    public async Task What_is_left_out_is_told()
    {
        await File.WriteAllTextAsync(Path.Combine(run.Folder, "allure-report.html"), new string('a', 850_000));
        var noise = new byte[200_000];
        new Random(7).NextBytes(noise);
        await File.WriteAllBytesAsync(Path.Combine(run.Folder, "evidence", "TOY-LOG-01", "scan.png"), noise);

        var (_, told) = await Pack(megabytes: 1);

        told.ShouldContain("               package.zip is not attached, for the e-mail would be larger than 1 MB (mail.maxMegabytes)");
        Email.ShouldContain("filename=\"allure-report.html\"");
        Email.ShouldNotContain("filename=\"package.zip\"");
    }

    [Test]
    public async Task Where_no_package_is_made_the_email_of_before_is_gone()
    {
        await Pack();
        await File.AppendAllTextAsync(Path.Combine(run.Folder, "junit.xml"), "\"first_name\": \"Begoña\"");

        var (code, told) = await Pack();

        code.ShouldBe(ExitCode.Harness);
        told[0].ShouldBe("no package was made, for what it would hold must not leave the building:");
        File.Exists(Path.Combine(run.Folder, "request-email.eml")).ShouldBeFalse();
    }

    /// <summary>The positive control: told of a secret only after the package was searched, so that the e-mail's own search has to find it.</summary>
    [TestCase("Corner Shop & “Söhne”")]
    [TestCase("a name that is longer than any line of the encoded text may be, and is broken there in two")]
    public async Task A_secret_in_what_it_says_stops_it_however_it_is_encoded(string secret)
    {
        run.Result = run.Result with { IntegrationName = $"shop {secret}" };
        run.Write();
        var made = await run.Seal();
        var minted = new MintedValues();
        minted.Register("client.secret", secret, MintedKind.Secret);
        using var key = SealKey.Ephemeral();

        var leak = await Should.ThrowAsync<LeakException>(() =>
            Mailing.RequestMail.Write(run.Folder, made, new SealingOptions { Key = key, Known = KnownValues.Of(minted), Clock = TimeProvider.System }));

        leak.Places.ShouldContain(place => place.StartsWith("request-email.eml:", StringComparison.Ordinal) && place.EndsWith(" holds client.secret, encoded as plain", StringComparison.Ordinal));
        leak.IsInEmailAlone.ShouldBeTrue();
        leak.Message.ShouldNotContain(secret);
        File.Exists(Path.Combine(run.Folder, "request-email.eml")).ShouldBeFalse();
    }

    private string Email => Encoding.ASCII.GetString(File.ReadAllBytes(Path.Combine(run.Folder, "request-email.eml")));

    private async Task<(int Code, IReadOnlyList<string> Told)> Pack(int megabytes = 10)
    {
        List<string> told = [];
        using var key = SealKey.Ephemeral();
        var code = await Packaging.Run(run.Folder, new SealingOptions { Key = key, Known = KnownValues.None, Clock = TimeProvider.System, MaxMailMegabytes = megabytes }, told.Add);
        return (code, told);
    }
}
