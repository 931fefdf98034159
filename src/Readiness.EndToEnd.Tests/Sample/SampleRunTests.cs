using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Sample;

/// <summary>A run of the sample without any configuration, and what later processes make of its folder.</summary>
public sealed class SampleRunTests
{
    [Test]
    public async Task The_sample_is_ready_with_one_command()
    {
        var sample = await SampleRun.Once();

        sample.ExitCode.ShouldBe(0, sample.Output);
        sample.Run.ShouldHaveItsReports();
        sample.Run.Headline.ShouldStartWith("ready (rehearsal");
        sample.Run.Verdicts.Values.Distinct().ShouldBe(["passed", "attested"], ignoreOrder: true);
    }

    [Test]
    public async Task A_fresh_process_judges_the_same_from_the_folder()
    {
        var sample = await SampleRun.Once();
        await using var judge = RunningProgram.Readiness(Path.GetTempPath(), "judge", sample.Run.Folder);

        (await judge.Exit()).ShouldBe(sample.ExitCode, judge.Output);

        Verdicts(judge.Output).ShouldBe(sample.Run.Verdicts, ignoreOrder: true);
        judge.Output.ShouldNotContain("run.json says");
    }

    [Test]
    public async Task A_fresh_process_judges_the_same_from_nothing_but_the_redacted_journal()
    {
        var sample = await SampleRun.Once();
        using var elsewhere = new Workplace();
        var journal = Path.Combine(elsewhere.Folder, "journal.ndjson");
        File.Copy(Path.Combine(sample.Run.Folder, "journal.ndjson"), journal);
        File.SetUnixFileMode(journal, UnixFileMode.UserRead);
        await using var judge = RunningProgram.Readiness(Path.GetTempPath(), "judge", journal);

        (await judge.Exit()).ShouldBe(sample.ExitCode, judge.Output);

        Verdicts(judge.Output).ShouldBe(sample.Run.Verdicts, ignoreOrder: true);
        Directory.EnumerateFiles(elsewhere.Folder).Select(Path.GetFileName).ShouldBe(["journal.ndjson"]);
    }

    [Test]
    public async Task Reports_that_are_made_again_have_the_same_bytes()
    {
        var sample = await SampleRun.Once();
        using var copy = new Workplace();
        var before = Comparable(sample.Run);
        foreach (var (path, content) in sample.Run.Files())
        {
            var target = Path.Combine(copy.Folder, sample.Run.Word("id"), path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, content);
        }

        var again = new RunOnDisk(Path.Combine(copy.Folder, sample.Run.Word("id")));
        for (var time = 0; time < 2; time++)
        {
            await using var report = RunningProgram.Readiness(copy.Folder, "report", again.Folder);
            (await report.Exit()).ShouldBe(sample.ExitCode, report.Output);
            Comparable(again).ShouldBe(before);
        }
    }

    /// <summary>Each file by its path, with the digest of its content. Allure stamps times and random ids into its page; a seal is another one each time, and stands in the e-mail too.</summary>
    private static SortedDictionary<string, string> Comparable(RunOnDisk run) =>
        new(run.Files().Where(file => file.Key is not ("allure-report.html" or "package.zip" or "request-email.eml")).ToDictionary(file => file.Key, file => Convert.ToHexString(SHA256.HashData(file.Value))), StringComparer.Ordinal);

    private static Dictionary<string, string> Verdicts(string output) =>
        Regex.Matches(output, @"^(?<item>[A-Z]+-[A-Z]+-\d+) .* (?<verdict>passed|failed|inconclusive|not run|not applicable|attested|waived) ", RegexOptions.Multiline)
            .ToDictionary(match => match.Groups["item"].Value, match => match.Groups["verdict"].Value.Replace(' ', '-'));
}
