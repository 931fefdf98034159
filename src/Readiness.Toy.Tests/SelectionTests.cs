using Readiness.Reports;
using Readiness.Verdicts;

namespace Readiness.Toy.Tests;

/// <summary>A run that takes a part of the checklist, as a user asks for it.</summary>
internal sealed class SelectionTests
{
    private readonly string folder = Path.Combine(AppContext.BaseDirectory, "certifications", "selection");

    [SetUp]
    public void Clear()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }

    [TestCase("items", "seq-01")]
    [TestCase("items", "TOY-S*")]
    [TestCase("tags", "@TOY-SEQ-01 and @core")]
    [TestCase("tags", "not @TOY-HTML-01")]
    public async Task What_is_left_out_is_not_run_and_the_run_is_not_ready(string filter, string value)
    {
        var (exitCode, output) = await Certify([], ($"READINESS__run__{filter}", value));

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        var run = Result();
        run.Headline.ShouldBe("incomplete (rehearsal; selection, 1 of 2)");
        run.Items.Select(item => item.Verdict).ShouldBe([Verdict.Passed, Verdict.NotRun]);
    }

    [Test]
    public async Task What_failed_last_time_is_run_again_and_alone()
    {
        (await Certify(["CrashesOnHtml"])).ExitCode.ShouldBe(ExitCode.NotReady);

        var (exitCode, output) = await Certify([], ("READINESS__run__failed", "true"));

        exitCode.ShouldBe(ExitCode.Incomplete, output);
        Result().Items.Select(item => item.Verdict).ShouldBe([Verdict.NotRun, Verdict.Passed]);

        // Now nothing is left to run again.
        var (again, told) = await Certify([], ("READINESS__run__failed", "true"));

        again.ShouldBe(ExitCode.Usage, told);
        told.ShouldContain("nothing failed in the last run");
        told.ShouldContain("leave --failed out to run everything");
    }

    [TestCase("failed", "true", "there is no last run")]
    [TestCase("tags", "@TOY-SEK-01", "write @TOY-SEQ-01")]
    [TestCase("tags", "@core and", "it ends where a tag is expected")]
    [TestCase("tags", "@TOY-SEQ-01 and @TOY-HTML-01", "no scenario meets all of it: tags @TOY-SEQ-01 and @TOY-HTML-01")]
    [TestCase("items", "SEK-01", "write SEQ-01")]
    [TestCase("items", "X*", "no checklist item matches 'X*'")]
    public async Task A_filter_that_matches_nothing_runs_nothing(string filter, string value, string told)
    {
        var (exitCode, output) = await Certify([], ($"READINESS__run__{filter}", value));

        exitCode.ShouldBe(ExitCode.Usage, output);
        output.ShouldContain(told);
        output.ShouldContain("Nothing was run.");
        Directory.Exists(Path.Combine(folder, "reports")).ShouldBeFalse();
    }

    private Task<(int ExitCode, string Output)> Certify(IEnumerable<string> switches, params (string Key, string Value)[] variables) =>
        ToyCertification.Launch(folder, variables.ToDictionary(pair => pair.Key, pair => pair.Value), ["certify", .. switches]);

    private RunResult Result() =>
        ReportFolder.Read(Path.Combine(folder, "reports", File.ReadAllText(Path.Combine(folder, "reports", "latest")).Trim())).Run!;
}
