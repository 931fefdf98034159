using Readiness.Reports.GitHub;

namespace Readiness.Reports.Tests;

/// <summary>What a job on GitHub is told.</summary>
internal sealed class GitHubTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("github-test-").FullName;

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Elsewhere_there_is_no_job() => GitHubJob.From(_ => null).ShouldBeNull();

    [Test]
    public void An_annotation_is_one_line_and_ends_where_it_should() =>
        new Annotation("error", "a, b: c", "100 % \r\n::error::forged\u001b[31m", "reports/a,b/journal.ndjson", 14).Command
            .ShouldBe("::error file=reports/a%2Cb/journal.ndjson,line=14,title=a%2C b%3A c::100 %25 %0A::error::forged\uFFFD[31m");

    [Test]
    public void What_stands_in_the_way_is_an_error_at_the_line_of_the_journal_and_what_else_failed_a_warning()
    {
        var run = SampleRun.Result with { Items = [.. SampleRun.Result.Items.Select(item => item.Item.Id.Value == "TOY-FMT-01" ? item with { Verdict = Verdict.Failed, Waiver = null } : item)] };

        RunOnGitHub.Annotations(run, "reports/r/journal.ndjson").Select(one => (one.Level, one.Title, one.File, one.Line)).ShouldBe(
        [
            ("error", "TOY-IDEM-01 failed: Every attempt at an order carries the same key", "reports/r/journal.ndjson", 6),
            ("error", "TOY-HOOK-01 inconclusive: Every event is acknowledged within 10 s", null, null),
            ("warning", "TOY-FMT-01 failed: Amounts carry two decimals", "reports/r/journal.ndjson", 10),
        ]);
    }

    [Test]
    public void A_run_that_broke_off_says_so_first() =>
        RunOnGitHub.Annotations(SampleRun.Result with { Cause = "environment", CauseDetail = "port 80 is taken" }, "j").First()
            .ShouldBe(new Annotation("error", "the run broke off: environment", "port 80 is taken"));

    [Test]
    public void Of_more_than_ten_the_tenth_says_how_many_more_there_are()
    {
        using var output = new StringWriter();
        GitHubJob.Tell(Enumerable.Range(1, 12).Select(number => new Annotation("error", $"T-{number}", "no", "a.json", number)), output);

        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(10);
        lines[9].ShouldBe("::error title=and 3 more::T-10%0AT-11%0AT-12");
    }

    [Test]
    public void The_summary_is_added_and_says_what_stands_in_the_way_and_what_becomes_of_every_line()
    {
        var file = Path.Combine(folder, "summary.md");
        File.WriteAllText(file, "before\n");
        var job = Job(file).ShouldNotBeNull();

        using var output = new StringWriter();
        RunOnGitHub.Tell(job, SampleRun.Result, Path.Combine(folder, "reports", "r"), output);

        var summary = File.ReadAllText(file);
        summary.ShouldStartWith("before\n## Corner Shop 4.2.0 against Toy Orders: not ready (rehearsal; partial checklist, 7 of 8)\n");
        summary.ShouldContain("1 passed, 1 failed, 1 inconclusive, 1 not run, 1 not applicable, 1 attested, 1 waived, 1 planned; reports in reports/r\n");
        summary.ShouldContain("| **TOY-IDEM-01** Every attempt at an order carries the same key | ✕ failed | two keys over three attempts, and none on one of them | ");
        summary.ShouldContain("| Tokens are kept. | ✓ passed | TOY-TOKEN-01 |\n");
        output.ToString().ShouldContain("::error file=reports/r/journal.ndjson,line=6,title=TOY-IDEM-01 failed%3A ");
    }

    [TestCase("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;")]
    [TestCase("[a](http://evil.example) | `b` @team\n# c WWW.evil.example", "&#91;a&#93;(http&#58;//evil.example) &#124; &#96;b&#96; &#64;team &#35; c www&#46;evil.example")]
    public void What_others_wrote_stays_text(string written, string shown) => Markdown.Line(written).ShouldBe(shown);

    [Test]
    public void A_summary_that_cannot_be_written_stops_nothing()
    {
        using var output = new StringWriter();
        Job(folder)!.Summarise("x", output);

        output.ToString().ShouldStartWith("GitHub's summary of this step was not written: ");
    }

    private GitHubJob? Job(string summary) => GitHubJob.From(name => name switch { "GITHUB_ACTIONS" => "true", "GITHUB_STEP_SUMMARY" => summary, "GITHUB_WORKSPACE" => folder, _ => null });
}
