using Readiness.Drivers.Manual;
using Readiness.Recording;

namespace Readiness.Drivers.Tests.Manual;

/// <summary>Answers that are recorded, and taken again in another run.</summary>
public sealed class RecordedAnswerTests
{
    private const string Line = """{"scenario":"SHOP-1 An order","operation":"order.place","time":1,"calls":2,"answer":{"outcome":"succeeded","message":"Placed.","result":{"order_id":"{order_id#2}"}}}""";

    [Test]
    public async Task An_answer_is_recorded_with_references_and_without_secrets()
    {
        using var counter = new Counter("1", "Placed, hush.", "2", "", "", "0", "");
        counter.GivenOut["order_id"] = ["O-1", "O-2"];
        counter.Calls = 2;

        await counter.Perform();

        counter.Recorded.ShouldBe("""{"scenario":"SHOP-1 An order","operation":"order.place","time":1,"calls":2,"answer":{"outcome":"succeeded","message":"Placed, ***.","result":{"order_id":"{order_id#2}","lines":[]}}}""" + "\n");
    }

    [Test]
    public async Task It_is_taken_again_with_this_runs_values()
    {
        using var counter = new Counter();
        counter.GivenOut["order_id"] = ["O-8", "O-9"];
        counter.Calls = 2;

        var answer = await counter.Perform(counter.Book(Line));

        (answer.Outcome, answer.Message, answer.Result).ShouldBe((Outcome.Succeeded, "Placed.", """{"order_id":"O-9"}"""));
        counter.Shown.ShouldContain("The answer is taken from driver.answers.");
    }

    [Test]
    public async Task Work_that_nobody_did_is_unanswered()
    {
        using var counter = new Counter();
        counter.GivenOut["order_id"] = ["O-8", "O-9"];

        var answer = await counter.Perform(counter.Book(Line));

        (answer.Outcome, answer.Problem!.Kind).ShouldBe((Outcome.Unanswered, DriverProblemKind.TimedOut));
        answer.Problem.Detail.ShouldBe("nothing reached the provider within 5 minutes: nobody did what the recorded answer is about");
    }

    [Test]
    public async Task A_value_that_the_provider_has_not_given_out_leaves_it_unanswered()
    {
        using var counter = new Counter { Calls = 2 };
        counter.GivenOut["order_id"] = ["O-8"];

        (await counter.Perform(counter.Book(Line))).Problem!.Detail.ShouldBe("the recorded answer refers to {order_id#2}, and the provider had given out no such value after 5 minutes");
    }

    [Test]
    public async Task What_is_not_recorded_is_asked_for()
    {
        using var counter = new Counter("5") { Place = new ManualPlace("SHOP-2 Another", null) };

        (await counter.Perform(counter.Book(Line))).Outcome.ShouldBe(Outcome.Unsupported);
    }

    [Test]
    public async Task Between_scenarios_the_answer_before_is_taken_once_more_and_not_recorded_again()
    {
        using var counter = new Counter { Place = new ManualPlace("after SHOP-1 An order", null, IsWithinScenario: false), Calls = 2 };
        counter.GivenOut["order_id"] = ["O-8", "O-9"];
        using var driver = counter.Driver(counter.Book(Line.Replace("SHOP-1", "after SHOP-1", StringComparison.Ordinal)), null, TimeSpan.FromMinutes(5), somebodyIsThere: false);

        foreach (var _ in Enumerable.Range(1, 2))
        {
            (await driver.Perform("order.place", "{}", TimeSpan.FromSeconds(30), TestContext.CurrentContext.CancellationToken)).Outcome.ShouldBe(Outcome.Succeeded);
        }
    }

    [Test]
    public async Task Where_nobody_is_there_what_is_not_recorded_is_a_fault_of_the_surroundings()
    {
        using var counter = new Counter();
        using var driver = counter.Driver(counter.Book(Line), null, TimeSpan.FromMinutes(5), somebodyIsThere: false);

        var answer = await driver.Perform("order.cancel", "{}", TimeSpan.FromSeconds(30), TestContext.CurrentContext.CancellationToken);

        (answer.Outcome, answer.Problem!.Detail).ShouldBe((Outcome.Unreadable, "driver.answers holds no answer to order.cancel, time 1 of 'SHOP-1 An order', and nobody is at the terminal to be asked"));
    }

    [Test]
    public void Every_line_that_is_wrong_is_named()
    {
        using var counter = new Counter();

        Should.Throw<FormatException>(() => counter.Book($"{Line}\n\n{Line}\n{{\"scenario\":1}}\nno JSON")).Message.Split("; ").Select(problem => problem.Split(':')[0]).ShouldBe(["line 3", "line 4", "line 5"]);
    }
}
