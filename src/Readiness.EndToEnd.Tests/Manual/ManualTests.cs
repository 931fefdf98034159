using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Manual;

/// <summary>Software without any interface for the harness is certified by a person who does what the terminal asks for.</summary>
[Platform("Linux")]
public sealed class ManualTests
{
    private const string Items = "BEN-01,FLOW-01";

    [Test]
    public async Task A_person_goes_a_happy_path_and_the_recorded_answers_go_it_again()
    {
        using var workplace = new Workplace();
        using var clerk = new Clerk();
        workplace.Configure(clerk.Configuration(new JsonObject { ["record"] = "answers.ndjson" }));
        await using var screen = Screen.Terminal(workplace.Folder, "certify", "--items", Items);
        while (await clerk.Do(screen) is { } answer)
        {
            await Clerk.Answer(screen, answer);
        }

        (await screen.Exit()).ShouldBe(4, screen.Shown);
        Proven(workplace.Run, screen.Shown);
        var answers = await File.ReadAllTextAsync(Path.Combine(workplace.Folder, "answers.ndjson"));
        answers.ShouldContain("\"authorization_request_id\":\"{authorization_request_id}\"");
        answers.ShouldContain("\"beneficiary_id\":\"{beneficiary_id}\"");
        Regex.IsMatch(answers, @"(?<!\d)2\d{9}(?!\d)").ShouldBeFalse();

        workplace.Configure(clerk.Configuration(new JsonObject { ["answers"] = "answers.ndjson", ["record"] = "again.ndjson" }));
        await using var log = Screen.Log(workplace.Folder, "certify", "--items", Items);
        while (await clerk.Do(log) is not null)
        {
            // Nobody is asked.
        }

        (await log.Exit()).ShouldBe(4, log.Shown);
        Proven(workplace.Runs[^1], log.Shown);
        workplace.Runs[0].Word("driven").ShouldBe("by a person at the terminal");
        workplace.Runs[^1].Word("driven").ShouldStartWith("by a person, with answers of an earlier run from answers.ndjson: ");
        (await File.ReadAllTextAsync(Path.Combine(workplace.Folder, "again.ndjson"))).ShouldBe(answers);
    }

    [Test]
    public async Task A_question_can_be_gone_back_to_and_more_time_be_had_and_a_screenshot_be_kept()
    {
        using var workplace = new Workplace();
        using var clerk = new Clerk();
        workplace.Write("screen.txt", "covered: yes\n");
        workplace.Configure(clerk.Configuration([]));
        await using var screen = Screen.Terminal(workplace.Folder, "certify", "--items", "BEN-01");
        var first = await clerk.Do(screen);
        (await screen.Next("\n> "))!.ShouldContain("  1  It worked.\n  2  It did not work");
        await screen.Type("9");
        (await screen.Next("\n> "))!.ShouldContain("Please type a number from 1 to 5.");
        await screen.Type("more");
        (await screen.Next("\n> "))!.ShouldContain("You have 10 minutes more.");
        await screen.Type("2");
        (await screen.Next("\n> "))!.ShouldContain("What did the screen say, word for word?");
        await screen.Type("back");
        await Clerk.Answer(screen, first!);
        var second = await clerk.Do(screen);
        await Clerk.Answer(screen, second!, "file screen.txt");
        screen.Shown.ShouldContain("Kept as evidence/OSG-BEN-01/screen.txt. Anything else?");
        while (await clerk.Do(screen) is { } answer)
        {
            await Clerk.Answer(screen, answer);
        }

        (await screen.Exit()).ShouldBe(4, screen.Shown);
        workplace.Run.Verdicts["OSG-BEN-01"].ShouldBe("passed", screen.Shown);
        workplace.Run.Text("evidence/OSG-BEN-01/screen.txt").ShouldBe("covered: yes\n");
    }

    [Test]
    public async Task Nobody_to_ask_and_nothing_recorded_ends_before_anything_starts()
    {
        using var workplace = new Workplace();
        using var clerk = new Clerk();
        workplace.Configure(clerk.Configuration([]));
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify");

        (await certify.Exit()).ShouldBe(2, certify.Output);

        certify.Output.ShouldContain("fault  a person drives the integration: standard input is no terminal, so nobody can be asked");
        certify.Output.ShouldContain("next  start the harness in a terminal, or name recorded answers in driver.answers");
        workplace.Runs.ShouldBeEmpty();
    }

    private static void Proven(RunOnDisk run, string shown)
    {
        run.Reason("OSG-BEN-01").ShouldBe("passed", shown);
        run.Reason("OSG-FLOW-01").ShouldBe("passed", shown);
    }
}
