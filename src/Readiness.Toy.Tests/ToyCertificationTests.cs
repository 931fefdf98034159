using System.Globalization;
using System.Security.Cryptography;
using Readiness.Checks;
using Readiness.Recording;
using Readiness.Reports;
using Readiness.Verdicts;

namespace Readiness.Toy.Tests;

[Parallelizable(ParallelScope.All)]
internal sealed class ToyCertificationTests
{
    private const string AsItShouldBe = "";
    private static readonly string[] Made = [ReportFolder.RunFile, ReportFolder.CertificateFile, ReportFolder.CertificateDataFile, ReportFolder.JUnitFile];

    [TestCase(AsItShouldBe)]
    [TestCase("OneConnectionPerCall")]
    public async Task A_shop_that_does_it_right_is_ready(string different)
    {
        var run = await ToyCertification.Of(different);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Result.Headline.ShouldBe("ready (rehearsal)");
        run.Verdicts.ShouldBe([("TOY-SEQ-01", Verdict.Passed), ("TOY-HTML-01", Verdict.Passed)]);
    }

    [TestCase("TwoAtOnce", "TOY-SEQ-01")]
    [TestCase("CrashesOnHtml", "TOY-HTML-01")]
    public async Task A_flaw_breaks_its_own_item_and_no_other(string flaw, string breaks)
    {
        var run = await ToyCertification.Of(flaw);

        run.ExitCode.ShouldBe(1, run.Output);
        run.Result.Headline.ShouldBe("not ready (rehearsal)");
        run.Verdicts.ShouldBe([.. new[] { "TOY-SEQ-01", "TOY-HTML-01" }.Select(item => (item, item == breaks ? Verdict.Failed : Verdict.Passed))]);
    }

    [TestCase(AsItShouldBe)]
    [TestCase("OneConnectionPerCall")]
    [TestCase("TwoAtOnce")]
    [TestCase("CrashesOnHtml")]
    public async Task The_journal_alone_gives_the_same_verdicts_again(string different)
    {
        var run = await ToyCertification.Of(different);

        run.Journal.IsClosed.ShouldBeTrue();
        run.JudgedAgain.ShouldBe(run.Verdicts);
    }

    [Test]
    public async Task A_variant_differs_on_the_wire()
    {
        ConnectionsPerCall(await ToyCertification.Of(AsItShouldBe)).ShouldBeLessThan(1);
        ConnectionsPerCall(await ToyCertification.Of("OneConnectionPerCall")).ShouldBe(1);
    }

    [Test]
    public async Task The_reports_carry_the_names_of_this_provider()
    {
        var run = await ToyCertification.Of(AsItShouldBe);

        (run.Result.Profile, run.Result.Provider, run.Result.IntegrationName).ShouldBe(("toy", "Toy warehouse", "Toy shop"));
        run.Result.Id.ShouldEndWith("-toy");
        var certificate = await File.ReadAllTextAsync(Path.Combine(run.Folder, ReportFolder.CertificateFile));
        certificate.ShouldContain("Go-live readiness certificate · Toy warehouse");
        certificate.ShouldContain("TOY-SEQ-01");
        certificate.ShouldContain("TOY-HTML-01");
    }

    [Test]
    public async Task The_run_names_what_was_tested_by_its_digest_and_how_it_behaved()
    {
        var run = await ToyCertification.Of(AsItShouldBe);

        var digest = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Readiness.Toy.dll"))));
        run.Result.Artefact.ShouldBe(new Artefact("Readiness.Toy.dll", digest, null));
        run.Result.ChecklistDigest.ShouldBe(ToyChecklist.Create().Digest);
        run.Result.ValidUntil.ShouldBe((run.Result.StartedAt + run.Result.Duration).UtcDateTime.AddMonths(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        run.Result.Behaviour.ShouldNotBeNull().Calls.ShouldBePositive();
    }

    [Test]
    public async Task The_reports_are_made_again_from_the_folder_alone_with_the_same_bytes()
    {
        var run = await ToyCertification.Of(AsItShouldBe);
        var before = await Task.WhenAll(Made.Select(name => File.ReadAllBytesAsync(Path.Combine(run.Folder, name))));

        ReportWriter.Write(run.Result, run.Journal, run.Folder);

        (await Task.WhenAll(Made.Select(name => File.ReadAllBytesAsync(Path.Combine(run.Folder, name))))).ShouldBe(before);
    }

    [Test]
    public async Task The_journal_holds_the_calls_of_this_provider_and_no_webhook()
    {
        var run = await ToyCertification.Of(AsItShouldBe);

        run.Journal.Exchanges.Select(exchange => exchange.Request.Operation).Distinct().Order().ShouldBe(["place-order", "read-stock", "token"]);
        run.Journal.Operations.Select(call => call.Operation).Distinct().Order().ShouldBe(["order.place", "stock.read"]);
        run.Journal.Deliveries.ShouldBeEmpty();
    }

    [Test]
    public async Task The_noise_of_the_machine_is_measured_before_the_first_scenario()
    {
        var run = await ToyCertification.Of(AsItShouldBe);

        var measured = run.Journal.NotesNamed(NoteNames.TimingNoise).First();

        measured.Number.ShouldBeLessThan(run.Journal.NotesNamed(NoteNames.ScenarioStarted).First().Number);
        TimingNoise.AtStart(run.Journal).Worst.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Test]
    public async Task Credentials_travel_in_the_body_and_are_seen_there_without_being_shown()
    {
        var run = await ToyCertification.Of(AsItShouldBe);

        var request = run.Journal.Exchanges.Single(exchange => exchange.Request.Operation == "token").Request;

        request.Facts.ShouldContain(new Occurrence { Name = "client.secret", Where = "body:client_secret", Encoding = "exact" });
        request.Body.Text.ShouldEndWith("&client_secret=[client.secret]");
        request.Headers.Value("Authorization").ShouldBeNull();
    }

    [Test]
    public async Task An_unknown_switch_is_refused_with_the_list_of_those_there_are()
    {
        var (exitCode, output) = await ToyCertification.Launch(AppContext.BaseDirectory, "certify", "Slow");

        exitCode.ShouldBe(2);
        output.ShouldBe("certify [TwoAtOnce | CrashesOnHtml | OneConnectionPerCall], or integration\n");
    }

    /// <summary>How many connections the shop opened for each of its API calls.</summary>
    private static double ConnectionsPerCall(ToyCertification run)
    {
        var calls = run.Journal.Exchanges.Where(exchange => exchange.Request.Operation != "token").ToArray();
        return (double)calls.Select(call => call.Request.Connection).Distinct().Count() / calls.Length;
    }
}
