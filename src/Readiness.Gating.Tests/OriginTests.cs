using System.Text;
using System.Text.Json;
using Readiness.Sealing.Tests;

namespace Readiness.Gating.Tests;

/// <summary>Runs from a folder and from a package: whether the result is the one of the journal, and the one that was sealed.</summary>
public sealed class OriginTests
{
    private readonly SealedRun run = new();
    private readonly SealKey key = SealKey.Read(SealKey.New());

    [TearDown]
    public void Restore() => run.Write();

    [OneTimeTearDown]
    public void Clean()
    {
        run.Dispose();
        key.Dispose();
    }

    [Test]
    public void A_folder_is_judged_again_from_its_journal()
    {
        var gated = Folder();

        gated.Origin.ShouldBe([new VerificationLine(Standing.Holds, "journal", "judged again from journal.ndjson: run.json follows from it")]);
        gated.Certificate.ShouldNotBeNull().ShouldStartWith("TOY-");
        gated.IsSealed.ShouldBeFalse();
    }

    [Test]
    public void A_verdict_that_was_edited_does_not_follow()
    {
        var edited = run.Result with { Items = [.. run.Result.Items.Select(item => item.Item.Id.Value == "TOY-TOKEN-01" ? item with { Verdict = Verdict.Failed } : item)] };
        File.WriteAllBytes(Path.Combine(run.Folder, "run.json"), RunFormat.Write(edited));

        Folder().Origin.ShouldBe([new VerificationLine(Standing.Changed, "journal", "run.json does not follow from journal.ndjson: TOY-TOKEN-01 failed, by the journal passed")]);
    }

    [Test]
    public void Anything_else_that_was_edited_does_not_either()
    {
        File.WriteAllBytes(Path.Combine(run.Folder, "run.json"), RunFormat.Write(run.Result with { ValidUntil = "2036-06-14" }));

        Folder().Origin.Single().ShouldBe(new VerificationLine(Standing.Changed, "journal", "run.json does not follow from journal.ndjson"));
    }

    [Test]
    public void A_run_of_another_harness_is_not_judged_again_and_that_is_told() =>
        GatedRun.OfFolder(run.Folder, "0.2.0", Profiles).Origin.Single().ShouldBe(new VerificationLine(Standing.Notice, "journal", "not judged again: the run is of harness 0.1.0, and this is 0.2.0"));

    [TestCase("")]
    [TestCase("{ \"schema\": 1, \"id\":")]
    [TestCase("null")]
    public void A_result_that_cannot_be_read_is_no_yes(string written)
    {
        File.WriteAllText(Path.Combine(run.Folder, "run.json"), written);

        Decide(Folder()).ExitCode.ShouldBe(6);
    }

    [Test]
    public void A_run_that_was_killed_is_incomplete()
    {
        File.Delete(Path.Combine(run.Folder, "run.json"));

        Decide(Folder()).ExitCode.ShouldBe(4);
    }

    [Test]
    public async Task A_package_that_is_what_was_sealed_is_judged_by_the_gate()
    {
        await run.Seal(key);
        var gated = GatedRun.OfPackage(SealedRun.Request(run.Package) with { Key = key.Public });

        gated.Origin.ShouldAllBe(line => line.Standing <= Standing.Notice);
        gated.Origin.ShouldContain(line => line.Point == "key" && line.Standing == Standing.Holds);
        Decide(gated).Points.ShouldContain(point => point.Point == "pace" && point.Standing == Standing.NotReady);
    }

    [Test]
    public async Task Another_key_is_named()
    {
        using var other = SealKey.Ephemeral();
        await run.Seal(other);

        var decision = Decide(GatedRun.OfPackage(SealedRun.Request(run.Package) with { Key = key.Public }));

        decision.Told()[0].ShouldStartWith("key: sealed with another key: ");
        decision.ExitCode.ShouldBe(6);
    }

    [TestCase("run.json")]
    [TestCase("journal.ndjson")]
    [TestCase("certificate.html")]
    public async Task A_file_that_was_changed_is_named(string name)
    {
        await run.Seal(key);
        var files = SealedRun.Unpack(run.Package);
        files[name] = [.. files[name], (byte)' '];

        Decide(GatedRun.OfPackage(SealedRun.Request(SealedRun.Pack(files)))).Told().ShouldContain($"files: {name} was changed after sealing");
    }

    [Test]
    public void What_is_no_package_is_no_yes() => Decide(GatedRun.OfPackage(SealedRun.Request("not a package"u8.ToArray()))).ExitCode.ShouldBe(6);

    [Test]
    public void A_policy_that_wants_a_seal_takes_no_folder() =>
        Decide(Folder(), new GatePolicy { NeedsSeal = true }).Told().ShouldContain("seal: the policy takes sealed packages alone: give the run's package.zip");

    [Test]
    public void The_answer_for_programs_holds_every_point()
    {
        var request = Bench.Request(Bench.With("TOY-IDEM-01", Verdict.Failed), new GatePolicy { File = "gate.json", Sha256 = "ab" });
        using var json = JsonDocument.Parse(GateReport.Json(ReleaseGate.Decide(request), request));

        json.RootElement.GetProperty("answer").GetString().ShouldBe("no");
        json.RootElement.GetProperty("exitCode").GetInt32().ShouldBe(1);
        json.RootElement.GetProperty("policy").GetProperty("file").GetString().ShouldBe("gate.json");
        json.RootElement.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()).ShouldBe(["items: TOY-IDEM-01 failed: two keys over three attempts"]);
        json.RootElement.GetProperty("points")[1].GetProperty("standing").GetString().ShouldBe("not-ready");
    }

    [Test]
    public void The_summary_for_GitHub_keeps_what_others_wrote_as_text()
    {
        var run = Bench.With("TOY-IDEM-01", item => item with { Verdict = Verdict.Failed, Summary = "<img src=x> | [a](http://evil) @all\n::error::x" });
        var summary = GateReport.Summary(Bench.Decide(run));

        summary.ShouldStartWith("## Gate: ✕ no, certificate TOY-7K3QZ-0M9XT\n");
        summary.ShouldNotContain("<img");
        summary.ShouldNotContain("[a]");
        summary.ShouldNotContain("@all");
        summary.Split('\n').ShouldNotContain(line => line.StartsWith("::", StringComparison.Ordinal));
    }

    private GatedRun Folder() => GatedRun.OfFolder(run.Folder, "0.1.0", Profiles);

    private static KnownProfile? Profiles(string name) => SealedRun.Request(Encoding.UTF8.GetBytes(name)).Profiles(name);

    private static GateDecision Decide(GatedRun gated, GatePolicy? policy = null) => ReleaseGate.Decide(Bench.Request(Bench.Ready, policy) with { Run = gated });
}
