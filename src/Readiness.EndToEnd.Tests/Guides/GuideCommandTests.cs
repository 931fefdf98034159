using System.Text.RegularExpressions;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Guides;

/// <summary>What the guides tell their readers to do works: each command is given for real, but for those that take minutes, which <c>.ci/run</c> gives.</summary>
public sealed partial class GuideCommandTests
{
    private const string NoSuchOption = "--no-such-option";
    private const string Failing = "certify --items DISP-01 --sample-switch RetriesConflict";

    /// <summary>The Allure report has tests of its own.</summary>
    private static readonly (string, string) WithoutAllure = ("READINESS__reports__allure", "false");

    private static readonly Lazy<Task<(Workplace Workplace, string Output)>> FailingRun = new(async () =>
    {
        var workplace = new Workplace();
        await using var certify = RunningProgram.ReadinessInShell(workplace.Folder, Failing, WithoutAllure);
        (await certify.Exit()).ShouldBe(1, certify.Output);
        return (workplace, certify.Output);
    });

    private static IEnumerable<GuideCommand> Real => GuideCommand.All.Where(command => !command.IsLong && !command.GoesOn && command.Arguments != Failing);

    private static IEnumerable<GuideCommand> GoingOn => GuideCommand.All.Where(command => command.GoesOn);

    private static IEnumerable<GuideCommand> LongOnes => GuideCommand.All.Where(command => command.IsLong);

    [OneTimeTearDown]
    public static async Task CleanUp()
    {
        if (FailingRun.IsValueCreated) (await FailingRun.Value).Workplace.Dispose();
    }

    [TestCaseSource(nameof(Real))]
    public async Task It_does_what_it_is_given_for(GuideCommand command)
    {
        using var workplace = new Workplace();
        if (command.Arguments.Contains("reports/", StringComparison.Ordinal) || command.Has("--failed")) await AfterAFailingRun(workplace);
        if (command.Verb == "gate")
        {
            workplace.Write("gate.json", """{ "pace": "compressed" }""");
            Directory.CreateDirectory(Path.Combine(workplace.Folder, "build"));
            workplace.Write("build/app.jar", "another build");
        }

        await using var program = RunningProgram.ReadinessInShell(workplace.Folder, command.Arguments, WithoutAllure);

        (await program.Exit()).ShouldBe(ExpectedExit(command), program.Output);
    }

    [TestCaseSource(nameof(GoingOn))]
    public async Task It_goes_on_until_it_is_interrupted(GuideCommand command)
    {
        using var workplace = new Workplace();
        await using var program = RunningProgram.ReadinessInShell(workplace.Folder, command.Arguments.Replace(":8085", ":0", StringComparison.Ordinal), WithoutAllure);
        await program.Line(command.Has("--keep") ? "kept up for a look" : "http://127.0.0.1:");

        await program.Signal("INT");

        (await program.Exit()).ShouldBe(command.Has("--keep") ? 4 : 0, program.Output);
    }

    [TestCaseSource(nameof(LongOnes))]
    public async Task One_that_takes_minutes_is_given_by_CI_and_has_the_options_that_it_is_given_with(GuideCommand command)
    {
        (await File.ReadAllTextAsync(Path.Combine(Built.Root, ".ci", "run"))).ShouldMatch($@"(?m)^\./readiness {command.Verb}\b");
        if (command.Verb == "test")
        {
            // The launcher's own; what stands behind it goes to 'dotnet test'.
            foreach (Match settings in Settings().Matches(command.Arguments)) File.Exists(Path.Combine(Built.Root, settings.Groups[1].Value)).ShouldBeTrue(command.Arguments);
            return;
        }

        using var workplace = new Workplace();
        await using var program = RunningProgram.ReadinessInShell(workplace.Folder, $"{command.Arguments} {NoSuchOption}");

        // Everything that the program does not know is told in one go; here that has to be the last option alone.
        (await program.Exit()).ShouldBe(2, program.Output);
        Unknown().Matches(program.Output).Select(found => found.Groups[1].Value).Distinct().ShouldBe([NoSuchOption]);
    }

    [Test]
    public async Task The_failure_that_a_guide_shows_is_the_one_that_is_seen()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Built.Root, "docs", "guide-qa.md"));
        var shown = FailureBlock().Match(guide).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (_, output) = await FailingRun.Value;

        shown.Length.ShouldBe(5);
        foreach (var line in shown) Steady(output).ShouldContain(Steady(line));
    }

    [Test]
    public void A_command_is_found_wherever_a_page_has_it()
    {
        const string page = "Say `readiness config`.\n```yaml\n- run: ./readiness-harness/readiness certify --strict\n  name: readiness\n```\n"
            + "```\n./readiness items   # lists them\npodman run --name readiness --rm readiness doctor\nsh './readiness judge RUN'\n./readiness certify --tags '@restart and @core'\n```\n";

        GuideCommand.In(page, "a.md").Select(command => command.Arguments).ShouldBe(["certify --strict", "items", "doctor", "judge RUN", "certify --tags '@restart and @core'"]);
    }

    [Test]
    public async Task A_command_that_is_gone_is_noticed()
    {
        using var workplace = new Workplace();
        await using var program = RunningProgram.ReadinessInShell(workplace.Folder, $"certify --rehearse {NoSuchOption}");

        (await program.Exit()).ShouldBe(2);
        Unknown().Matches(program.Output).Select(found => found.Groups[1].Value).Distinct().ShouldBe(["--rehearse", NoSuchOption]);
    }

    private static int ExpectedExit(GuideCommand command) => command.Verb switch
    {
        // There is nobody to ask.
        "init" when !command.Has("--yes") => 2,
        // A part of the checklist is never ready.
        "certify" => 4,
        // The run that they are given is not ready.
        "report" or "judge" => 1,
        // Nor was what is to be released tested.
        "gate" => 1,
        _ => 0,
    };

    private static async Task AfterAFailingRun(Workplace workplace)
    {
        var (seen, _) = await FailingRun.Value;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(seen.Folder, "reports"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(workplace.Folder, Path.GetRelativePath(seen.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Without what differs from run to run, and from terminal to terminal.</summary>
    private static string Steady(string text) => Varying().Replace(text, " ");

    [GeneratedRegex(@"--settings (\S+)")]
    private static partial Regex Settings();

    [GeneratedRegex(@"'(--[a-z-]+)'")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"```text\n(OSG-DISP-01.*?)```", RegexOptions.Singleline)]
    private static partial Regex FailureBlock();

    [GeneratedRegex(@"AUTH-\d+-[0-9A-Z]+|, and the di.*?FAILED.*|\(?\[?\d+(?:, \d+)*\)?\]?|\s+")]
    private static partial Regex Varying();
}
