using Readiness.Recording;

namespace Readiness.Drivers.Tests.Manual;

/// <summary>What a person types becomes the answer of an operation.</summary>
public sealed class ManualDriverTests
{
    private static readonly string[] Worked = ["1", "Order placed.", "O-7", "yes", "open", "2", "A1", "3", "A2", "", ""];

    [Test]
    public async Task What_the_screen_showed_is_the_result()
    {
        using var counter = new Counter(Worked);

        var answer = await counter.Perform();

        (answer.Outcome, answer.Message, answer.ErrorStatus, answer.Problem).ShouldBe((Outcome.Succeeded, "Order placed.", null, null));
        answer.Result.ShouldBe("""{"order_id":"O-7","paid":true,"state":"open","lines":[{"article":"A1","count":3},{"article":"A2"}]}""");
        counter.Shown.ShouldContain("Place this order.");
        counter.Shown.ShouldContain("Which article? (number 2 of 2)");
    }

    [Test]
    public async Task Of_what_failed_only_what_belongs_to_failures_is_asked()
    {
        using var counter = new Counter("2", "Not found.", "404", "", "");

        var answer = await counter.Perform();

        (answer.Outcome, answer.Message, answer.ErrorStatus, answer.Result).ShouldBe((Outcome.Failed, "Not found.", 404, null));
        counter.Shown.ShouldNotContain("Is it paid?");
    }

    [Test]
    public async Task What_cannot_be_done_is_asked_no_further()
    {
        using var counter = new Counter("5");

        (await counter.Perform()).Outcome.ShouldBe(Outcome.Unsupported);
    }

    [Test]
    public async Task A_line_that_does_not_fit_is_asked_for_again()
    {
        using var counter = new Counter("9", "2", "No.", "40", "404", "", "");

        (await counter.Perform()).ErrorStatus.ShouldBe(404);

        counter.Shown.ShouldContain("Please type a number from 1 to 5.");
        counter.Shown.ShouldContain("Please type a number from 100 to 599, or Enter alone.");
    }

    [Test]
    public async Task A_question_can_be_gone_back_to_and_its_answer_be_changed()
    {
        using var counter = new Counter("4", "back", "2", "No.", "", "", "");

        (await counter.Perform()).Outcome.ShouldBe(Outcome.Failed);
    }

    [Test]
    public async Task What_the_provider_gave_out_is_offered_by_number()
    {
        using var counter = new Counter("1", "", "2", "no", "2", "0", "");
        counter.GivenOut["order_id"] = ["O-1", "O-2"];

        (await counter.Perform()).Result.ShouldBe("""{"order_id":"O-2","paid":false,"state":"closed","lines":[]}""");
    }

    [Test]
    public async Task Notes_and_files_are_kept()
    {
        using var counter = new Counter("2", "No.", "", "", "the printer was off", "file screen.png", "");

        await counter.Perform();

        counter.Notes.ShouldBe(["the printer was off"]);
        counter.Shown.ShouldContain("Kept screen.png. Anything else?");
    }

    [Test]
    public async Task Time_that_runs_out_is_no_answer()
    {
        using var counter = new Counter("1");

        var answer = await counter.Perform(span: TimeSpan.Zero);

        (answer.Outcome, answer.Problem!.Kind).ShouldBe((Outcome.Unanswered, DriverProblemKind.TimedOut));
    }

    [Test]
    public async Task A_closed_terminal_is_no_fault_of_the_integration()
    {
        using var counter = new Counter();
        counter.HangUp();

        var answer = await counter.Perform();

        (answer.Outcome, answer.Problem!.Kind).ShouldBe((Outcome.Unreadable, DriverProblemKind.NotReached));
    }
}
