using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Onboarding;

/// <summary><c>readiness init</c>: from a few answers to the first steps of a run.</summary>
public sealed class InitTests
{
    private static readonly string[] Written = [".gitignore", "readiness.json", "readiness.runsettings", "readiness.schema.json"];

    [Test]
    public async Task What_options_say_is_written_and_brings_a_run_to_the_start_of_the_program()
    {
        using var workplace = new Workplace();
        await using var init = RunningProgram.Readiness(workplace.Folder, "init", "--yes", "--name", "Clínica Norte", "--command", $"\"{Built.Dotnet}\" \"{Built.Integration}\" exits", "--not-used", "otp=no telephones", "--ci", "github");

        (await init.Exit()).ShouldBe(0, init.Output);

        init.Output.ShouldContain("wrote     readiness.json");
        init.Output.ShouldContain("Next: readiness doctor");
        Files(workplace).ShouldBe([".github/workflows/readiness.yml", .. Written]);
        await using var config = RunningProgram.Readiness(workplace.Folder, "config");
        (await config.Exit()).ShouldBe(0, config.Output);
        config.Output.ShouldContain("no telephones  (readiness.json:");
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify");
        (await certify.Exit()).ShouldBe(3, certify.Output);
        certify.Output.ShouldContain("Clínica Norte");
        certify.Output.ShouldContain("ok  the sandbox listens");
        certify.Output.ShouldContain("the patient database cannot be opened");
    }

    [TestCase("--launch", "--command", "clinic", "--driver", "stdio")]
    [TestCase("--launch", "--command", "clinic", "--driver", "mapping")]
    [TestCase("--attach", "--driver", "manual")]
    public async Task Whatever_way_is_chosen_the_configuration_is_read_without_a_problem(params string[] answers)
    {
        using var workplace = new Workplace();
        await using var init = RunningProgram.Readiness(workplace.Folder, ["init", "--yes", .. answers]);
        (await init.Exit()).ShouldBe(0, init.Output);

        await using var config = RunningProgram.Readiness(workplace.Folder, "config");

        (await config.Exit()).ShouldBe(0, config.Output);
        config.Output.ShouldMatch($@"driver\.kind +{answers[^1]}  \(readiness\.json:");
    }

    [Test]
    public async Task Without_a_terminal_it_says_which_options_are_needed()
    {
        using var workplace = new Workplace();
        await using var init = RunningProgram.Readiness(workplace.Folder, "init", "--name", "Clinic");

        (await init.Exit()).ShouldBe(2, init.Output);

        init.Output.ShouldContain("There is no terminal to ask at. Give the answers as options, or --yes to take what is usual:");
        foreach (var option in (string[])["--launch", "--command", "--driver", "--webhook-url", "--not-used", "--ci"]) init.Output.ShouldContain($"  {option}");
        init.Output.ShouldNotContain("  --name");
        Files(workplace).ShouldBeEmpty();
    }

    [Test]
    public async Task What_cannot_be_meant_is_told_all_at_once()
    {
        using var workplace = new Workplace();
        await using var init = RunningProgram.Readiness(workplace.Folder, "init", "--yes", "--webhook-url", "hooks", "--driver", "pigeon", "--not-used", "telepathy=nobody can");

        (await init.Exit()).ShouldBe(2, init.Output);

        init.Output.ShouldContain("--webhook-url: 'hooks' is not such a URL");
        init.Output.ShouldContain("--driver: 'pigeon' is none of");
        init.Output.ShouldContain("--not-used: 'telepathy' is none of");
        Files(workplace).ShouldBeEmpty();
    }

    [Test]
    public async Task Nothing_is_written_over_unless_it_is_forced()
    {
        using var workplace = new Workplace();
        workplace.Write("readiness.json", "{}");
        string[] arguments = ["init", "--yes", "--command", "clinic"];
        await using var init = RunningProgram.Readiness(workplace.Folder, arguments);

        (await init.Exit()).ShouldBe(2, init.Output);
        init.Output.ShouldContain("readiness.json is there already");
        Files(workplace).ShouldBe(["readiness.json"]);
        (await File.ReadAllTextAsync(Path.Combine(workplace.Folder, "readiness.json"))).ShouldBe("{}");

        await using var forced = RunningProgram.Readiness(workplace.Folder, [.. arguments, "--force"]);
        (await forced.Exit()).ShouldBe(0, forced.Output);
        Files(workplace).ShouldBe(Written);
    }

    [Test]
    public async Task A_person_at_a_terminal_is_asked_one_thing_after_the_other()
    {
        using var workplace = new Workplace();
        workplace.Write("readiness.schema.json", "mine");
        await using var terminal = Terminal.Readiness(workplace.Folder, "init");

        await terminal.Answer("called? [", "Clínica Norte");
        await terminal.Answer("[launch] ", "");
        await terminal.Answer("Which command starts it? ", "");
        await terminal.Answer("an answer is needed", "node server.js");
        await terminal.Answer("[http] ", "http");
        await terminal.Answer("/webhooks] ", "nowhere");
        await terminal.Answer("'nowhere' is not such a URL", "");
        await terminal.Answer("does it not use", "otp");
        await terminal.Answer("Why is otp not used? ", "no telephones");
        await terminal.Answer("Which service builds it? [none] ", "jenkins");
        await terminal.Answer("readiness.schema.json is there already. Write over it? [no] ", "");

        (await terminal.Exit()).ShouldBe(0, terminal.Screen);
        terminal.Screen.ShouldContain("kept      readiness.schema.json");
        terminal.Screen.ShouldContain("wrote     Jenkinsfile.readiness");
        (await File.ReadAllTextAsync(Path.Combine(workplace.Folder, "readiness.schema.json"))).ShouldBe("mine");
        await using var config = RunningProgram.Readiness(workplace.Folder, "config");
        (await config.Exit()).ShouldBe(0, config.Output);
        config.Output.ShouldContain("Clínica Norte");
    }

    [Test]
    public async Task Control_C_ends_it_and_nothing_is_there()
    {
        using var workplace = new Workplace();
        await using var terminal = Terminal.Readiness(workplace.Folder, "init --command clinic");
        await terminal.Answer("called? [", "Clinic");
        await terminal.Shows("[launch] ");

        await terminal.Type("\u0003");

        (await terminal.Exit()).ShouldBe(130, terminal.Screen);
        Files(workplace).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Files(Workplace workplace) =>
        [.. Directory.EnumerateFiles(workplace.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(workplace.Folder, file)).Where(file => !file.StartsWith("reports", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
