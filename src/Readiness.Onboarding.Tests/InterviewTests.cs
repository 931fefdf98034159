using System.Text.RegularExpressions;

namespace Readiness.Onboarding.Tests;

public sealed partial class InterviewTests
{
    [Test]
    public void Every_answer_is_judged_at_once_and_asked_for_again()
    {
        using var newcomer = new Newcomer();
        var (complete, sheet, said) = Ask(newcomer, "Clinic", "maybe", "launch", "", "clinic 'serve", "clinic serve", "carrier pigeon", "http", "127.0.0.1/hooks", "https://api.toy.example/hooks", "none", "telepathy", "otp", "", "no telephones", "");

        complete.ShouldBeTrue();
        Faults(said).ShouldBe(
        [
            "'maybe' is none of launch, attach",
            "an answer is needed",
            "a quotation mark is not closed",
            $"'carrier pigeon' is none of {string.Join(", ", Questions.Drivers)}",
            "'127.0.0.1/hooks' is not such a URL; expected: an absolute http or https URL",
            "it names the production host api.toy.example; expected: no production host anywhere in the configuration",
            "'telepathy' is none of settlement, otp",
            "an answer is needed",
        ]);
        sheet[AnswerSheet.Name].ShouldBe("Clinic");
        sheet[AnswerSheet.Command].ShouldBe("clinic serve");
        sheet[AnswerSheet.Webhook].ShouldBe("none");
        sheet[AnswerSheet.Why("otp")].ShouldBe("no telephones");
        sheet[AnswerSheet.Ci].ShouldBe("none");
    }

    [Test]
    public void Enter_takes_what_stands_in_brackets()
    {
        using var newcomer = new Newcomer();
        newcomer.Has("package.json", """{ "main": "lib/clinic.js" }""");
        newcomer.Has(".gitlab-ci.yml");

        var (complete, sheet, said) = Ask(newcomer, "", "", "", "", "", "", "");

        complete.ShouldBeTrue();
        Faults(said).ShouldBeEmpty();
        sheet[AnswerSheet.Name].ShouldBe(Path.GetFileName(newcomer.Folder));
        sheet[AnswerSheet.Command].ShouldBe("node lib/clinic.js");
        sheet[AnswerSheet.Webhook].ShouldBe("http://127.0.0.1:{integration.port}/webhooks");
        sheet[AnswerSheet.Ci].ShouldBe("gitlab");
    }

    [Test]
    public void Answers_that_end_early_are_no_answers()
    {
        using var newcomer = new Newcomer();

        Ask(newcomer, "Clinic", "launch").Complete.ShouldBeFalse();
    }

    [Test]
    public void Everything_that_is_wrong_with_what_was_given_is_told_together()
    {
        using var newcomer = new Newcomer();
        var sheet = new AnswerSheet { [AnswerSheet.Url] = "http://127.0.0.1:1", [AnswerSheet.Webhook] = "hooks", [AnswerSheet.Ci] = "travis", [AnswerSheet.Command] = "clinic --password=hunter22" };

        new Interview(newcomer.Questions.All, sheet).Check().ShouldBe(
        [
            "--command: a secret is written out; expected: never a secret, only the variable that holds it",
            "--url does not fit the other answers; leave it out",
            "--webhook-url: 'hooks' is not such a URL; expected: an absolute http or https URL",
            "--ci: 'travis' is none of github, gitlab, azure, jenkins, none",
        ]);
    }

    [Test]
    public void Without_anybody_to_ask_what_is_missing_is_told_with_what_is_usual()
    {
        using var newcomer = new Newcomer();
        var sheet = new AnswerSheet { [AnswerSheet.Name] = "Clinic", [AnswerSheet.Reach] = "launch", [AnswerSheet.NotUsed] = "otp" };

        new Interview(newcomer.Questions.All, sheet).Missing().Select(missing => $"{missing.Option} {missing.Suggestion}").ShouldBe(
            ["--command ", "--driver http", "--webhook-url http://127.0.0.1:{integration.port}/webhooks", "--not-used otp=REASON ", "--ci none"]);
    }

    [Test]
    public void What_nothing_suggests_is_needed()
    {
        using var newcomer = new Newcomer();

        new Interview(newcomer.Questions.All, new AnswerSheet()).TakeSuggestions().ShouldBe(["--command"]);
    }

    private static (bool Complete, AnswerSheet Sheet, string Said) Ask(Newcomer newcomer, params string[] lines)
    {
        var sheet = new AnswerSheet();
        using var said = new StringWriter();
        var complete = new Interview(newcomer.Questions.All, sheet).Ask(new StringReader(string.Join('\n', lines) + "\n"), said);
        return (complete, sheet, said.ToString());
    }

    /// <summary>A fault stands where the person's own line would end.</summary>
    private static IReadOnlyList<string> Faults(string said) => [.. Told().Matches(said).Select(fault => fault.Groups[1].Value)];

    [GeneratedRegex(@"(?<=[\]?] )  (.+)$", RegexOptions.Multiline)]
    private static partial Regex Told();
}
