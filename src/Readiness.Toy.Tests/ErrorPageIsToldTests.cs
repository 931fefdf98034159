using Readiness.Checks;
using Readiness.Recording;
using Readiness.Toy.Checks;

namespace Readiness.Toy.Tests;

internal sealed class ErrorPageIsToldTests
{
    [Test]
    public void Passes_when_the_user_is_told_and_the_shop_works_afterwards()
    {
        var journal = Asked(Outcome.Failed, "The warehouse is down.");
        journal.Canary(2);

        journal.Judge<ErrorPageIsTold>().ShouldBeOfType<Judgement.Passed>().Saw.ShouldBe(
            "request 4 met an error page (503); the user was told: The warehouse is down.; a canary succeeded afterwards");
    }

    [Test]
    public void Passes_after_several_attempts()
    {
        var journal = Asked(Outcome.Failed, "The warehouse is down.", attempts: 3);
        journal.Canary(2);

        journal.Judge<ErrorPageIsTold>().ShouldBeOfType<Judgement.Passed>().Saw.ShouldStartWith("requests 4, 6, 8 met an error page (503)");
    }

    [Test]
    public void Fails_when_the_process_ends()
    {
        var journal = Asked(Outcome.Unreadable, problem: "no answer");
        journal.Note(1.6, NoteNames.IntegrationExited, ("exitCode", "134"));
        journal.Canary(2);

        var finding = journal.Judge<ErrorPageIsTold>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();

        finding.Expected.ShouldBe("the integration goes on working");
        finding.Saw.ShouldBe("its process ended with exit code 134 after request 4 met an error page (503)");
        finding.Next.ShouldBe("read an answer as JSON only where its content type says so, and catch what the parser throws");
        finding.Exchanges.ShouldBe([4, 7]);
    }

    [TestCase(Outcome.Failed, null, "'failed' without a message to operation 3, although request 4 met an error page (503)")]
    [TestCase(Outcome.Failed, "", "'failed' without a message to operation 3, although request 4 met an error page (503)")]
    [TestCase(Outcome.Succeeded, null, "'succeeded' to operation 3, although request 4 met an error page (503)")]
    [TestCase(Outcome.Pending, "Please wait.", "'pending' to operation 3, although request 4 met an error page (503)")]
    [TestCase(Outcome.Unanswered, null, "no answer to operation 3, although request 4 met an error page (503)")]
    public void Fails_when_the_user_is_not_told(Outcome outcome, string? message, string saw)
    {
        var journal = Asked(outcome, message);
        journal.Canary(2);

        journal.Judge<ErrorPageIsTold>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem().Saw.ShouldBe(saw);
    }

    [Test]
    public void An_end_of_the_process_in_a_later_scenario_is_not_blamed_on_the_page()
    {
        var journal = Asked(Outcome.Failed, "The warehouse is down.");
        journal.Canary(2);
        journal.Note(3, NoteNames.ScenarioStarted, ("scenario", "S2"));
        journal.Note(4, NoteNames.IntegrationExited, ("exitCode", "1"));

        journal.Judge<ErrorPageIsTold>().ShouldBeOfType<Judgement.Passed>();
    }

    [Test]
    public void Waits_for_a_sign_of_life_and_concludes_nothing_without_one()
    {
        var journal = Asked(Outcome.Failed, "The warehouse is down.");

        var undecided = journal.Judge<ErrorPageIsTold>().ShouldBeOfType<Judgement.Undecided>();
        undecided.WaitingFor.ShouldBe("a sign of life after the error page");
        undecided.Until.ShouldBe(TimeSpan.FromSeconds(6.5));

        journal.Close(7);
        Inconclusive(journal).ShouldBe("a sign of life after the error page is missing");
    }

    [Test]
    public void Waits_for_the_answer_and_concludes_nothing_without_one()
    {
        var journal = new ToyJournal();
        journal.Stimulus(1, "S1.1", "error-page");
        journal.Ask(1, "S1.1", "stock.read");

        journal.Judge<ErrorPageIsTold>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(91));

        journal.Close(2);
        Inconclusive(journal).ShouldBe("the answer to the question about stock is missing");
    }

    [Test]
    public void Concludes_nothing_where_no_call_met_the_page() =>
        Inconclusive(Asked(Outcome.Failed, "The warehouse is down.", attempts: 0)).ShouldBe("no question about stock met the error page");

    [Test]
    public void Concludes_nothing_where_the_shop_was_not_asked() =>
        Inconclusive(new ToyJournal()).ShouldBe("the shop was not asked for the stock");

    [Test]
    public void Concludes_nothing_where_the_operation_is_not_offered() =>
        Inconclusive(Asked(Outcome.Unsupported, attempts: 0)).ShouldBe("the integration does not offer stock.read: implement the operation");

    [Test]
    public void Concludes_nothing_from_an_unreadable_answer_of_a_shop_that_lives()
    {
        var journal = Asked(Outcome.Unreadable, problem: "no JSON");
        journal.Close(7);

        Inconclusive(journal).ShouldBe("the operation's answer could not be read: no JSON");
    }

    private static string Inconclusive(ToyJournal journal) => journal.Judge<ErrorPageIsTold>().ShouldBeOfType<Judgement.Inconclusive>().Reason;

    /// <summary>The shop is asked at second 1, meets the page in each attempt, and replies at 1.5.</summary>
    private static ToyJournal Asked(Outcome outcome, string? message = null, int attempts = 1, string? problem = null)
    {
        var journal = new ToyJournal();
        journal.Stimulus(1, "S1.1", "error-page");
        var asked = journal.Ask(1, "S1.1", "stock.read");
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            journal.Answer(1 + attempt * 0.1, journal.Request(1 + attempt * 0.1, "S1.1", "read-stock"), 503, "F1");
        }

        journal.Reply(1.5, asked, outcome, message, problem);
        return journal;
    }
}
