using Readiness.Checks;
using Readiness.Recording;
using Readiness.Toy.Checks;

namespace Readiness.Toy.Tests;

internal sealed class CallsAreSequentialTests
{
    [Test]
    public void Passes_when_each_of_five_orders_waited_for_the_one_before()
    {
        var journal = ToyJournal.OfOrders(5);
        journal.AnswerOrders(5);

        var passed = journal.Judge<CallsAreSequential>().ShouldBeOfType<Judgement.Passed>();

        passed.Saw.ShouldBe("5 orders were given at the same moment; each of 5 answers was held back for 1.0 s or more, and no other call came meanwhile");
        passed.Evidence.ShouldBe([12, 15, 18, 21, 24]);
    }

    [Test]
    public void Fails_when_a_call_arrives_while_another_is_unanswered()
    {
        var journal = ToyJournal.OfOrders(2);
        var first = journal.Request(1, "S1.1", "place-order");
        var second = journal.Request(1.4, "S1.2", "place-order");
        journal.Answer(1.4, second, 201, "F2");
        journal.Answer(1.5, first, 201, "F1");

        var finding = journal.Judge<CallsAreSequential>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();

        finding.Expected.ShouldBe("a call is sent only after the one before was answered");
        finding.Saw.ShouldBe("request 7 arrived while 6 was unanswered");
        finding.Next.ShouldBe("let all calls to the warehouse wait in one line, over all users and jobs");
        finding.Exchanges.ShouldBe([6, 7]);
    }

    [Test]
    public void Every_overlap_is_told()
    {
        var journal = ToyJournal.OfOrders(3);
        journal.Request(1, "S1.1", "place-order");
        journal.Request(1.1, "S1.2", "place-order");
        journal.Request(1.2, "S1.3", "read-stock");

        journal.Judge<CallsAreSequential>().ShouldBeOfType<Judgement.Failed>().Findings[0].Saw.ShouldBe(
            "request 9 arrived while 8 was unanswered; request 10 arrived while 8 was unanswered; request 10 arrived while 9 was unanswered");
    }

    [Test]
    public void A_retry_after_the_client_went_away_is_no_overlap_even_where_its_going_was_noticed_late()
    {
        var journal = ToyJournal.OfOrders(5);
        var abandoned = journal.Request(1, "S1.1", "place-order");
        var again = journal.Request(1.8, "S1.1", "place-order");
        journal.Answer(1.9, abandoned, 0, "F1", Transmission.AbandonedByClient);
        journal.Answer(1.95, again, 201);
        journal.AnswerOrders(5, from: 2);

        journal.Judge<CallsAreSequential>().ShouldBeOfType<Judgement.Passed>();
    }

    [Test]
    public void A_token_request_beside_a_call_is_no_overlap()
    {
        var journal = ToyJournal.OfOrders(5);
        journal.Request(1, "S1.1", "token");
        journal.AnswerOrders(5);

        journal.Judge<CallsAreSequential>().ShouldBeOfType<Judgement.Passed>();
    }

    [Test]
    public void Concludes_nothing_from_four_orders()
    {
        var journal = ToyJournal.OfOrders(4);
        journal.AnswerOrders(4);

        Inconclusive(journal).ShouldBe("4 orders reached the sandbox while answers were held back; at least 5 are needed");
    }

    [Test]
    public void Concludes_nothing_where_the_orders_were_given_one_after_the_other()
    {
        var journal = new ToyJournal();
        for (var order = 1; order <= 5; order++)
        {
            journal.Stimulus(order, $"S1.{order}", "held-order");
            var asked = journal.Ask(order, $"S1.{order}", "order.place");
            journal.Answer(order + 0.8, journal.Request(order, $"S1.{order}", "place-order"), 201, "F");
            journal.Reply(order + 0.9, asked);
        }

        Inconclusive(journal).ShouldBe("the orders were given one after the other, so nothing could overlap: raise driver.concurrency to 2 or more");
    }

    [Test]
    public void Concludes_nothing_where_nothing_was_seen() =>
        Inconclusive(new ToyJournal()).ShouldBe("0 orders reached the sandbox while answers were held back; at least 5 are needed");

    [Test]
    public void Concludes_nothing_where_the_operation_is_not_offered()
    {
        var journal = new ToyJournal();
        journal.Stimulus(1, "S1.1", "held-order");
        journal.Reply(1.1, journal.Ask(1, "S1.1", "order.place"), Outcome.Unsupported);

        Inconclusive(journal).ShouldBe("the integration does not offer order.place: implement the operation");
    }

    [Test]
    public void Waits_for_orders_that_are_under_way()
    {
        var undecided = ToyJournal.OfOrders(5).Judge<CallsAreSequential>().ShouldBeOfType<Judgement.Undecided>();

        undecided.WaitingFor.ShouldBe("the answers to the orders");
        undecided.Until.ShouldBe(TimeSpan.FromSeconds(91));
    }

    private static string Inconclusive(ToyJournal journal) => journal.Judge<CallsAreSequential>().ShouldBeOfType<Judgement.Inconclusive>().Reason;
}
