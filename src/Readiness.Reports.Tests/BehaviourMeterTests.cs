using Readiness.Verdicts.Behaviour;

namespace Readiness.Reports.Tests;

/// <summary>The behaviour profile, from journals whose numbers can be counted by hand.</summary>
internal sealed class BehaviourMeterTests
{
    private static readonly TrafficVocabulary Toy = new()
    {
        TokenOperation = "token",
        Limits = [new TrafficLimit("calls", call => call.Request.Operation != "token", 3)],
        Api = call => call.Request.Target.Split('/')[2],
        EffectsOperation = "effects.count",
    };

    [Test]
    public void A_journal_without_traffic_has_no_rates()
    {
        var behaviour = Of(new JournalOfRun());

        behaviour.TokensPer100Calls.ShouldBeNull();
        behaviour.Acknowledgements.ShouldBeNull();
        behaviour.Duplicates.ShouldBeNull();
        behaviour.Faults.ShouldBeEmpty();
        behaviour.Limits.ShouldBe([new LimitBehaviour("calls", 0, 0, 3)]);
    }

    [Test]
    public void A_run_that_ended_before_any_traffic_can_be_read_again() =>
        RunFormat.Read(RunFormat.Write(SampleRun.Result with { Behaviour = Of(new JournalOfRun()) })).Behaviour!.Calls.ShouldBe(0);

    [Test]
    public void Token_requests_are_counted_for_every_hundred_calls()
    {
        var behaviour = Of(new JournalOfRun().Call(1, null, 200, operation: "token").Call(2, null, 200).Call(3, null, 200).Call(4, null, 200));

        (behaviour.TokenRequests, behaviour.Calls, behaviour.TokensPer100Calls).ShouldBe((1, 3, 33.3m));
    }

    [Test]
    public void Attempts_and_pauses_are_told_for_each_kind_of_fault()
    {
        var behaviour = Of(new JournalOfRun()
            .Call(1, "a", 503, "F1").Call(2.012, "a", 503, "F1").Call(4.012, "a", 201)
            .Call(10, "b", 503, "F2").Call(11.112, "b", 201)
            .Call(20, "c", 404, "F3")
            .Call(30, "d", 0, "F4", Transmission.Reset).Call(30.512, "d", 201));

        behaviour.Faults.Select(fault => (fault.Kind, fault.Pieces, fault.Recovered, fault.FewestAttempts, fault.MostAttempts)).ShouldBe([("404", 1, 0, 1, 1), ("503", 2, 2, 2, 3), ("reset", 1, 1, 2, 2)]);
        behaviour.Faults.Select(fault => fault.GapSeconds).ShouldBe([[], [1m, 1.988m], [0.5m]]);
    }

    [Test]
    public void Work_that_comes_much_later_is_no_further_attempt() =>
        Of(new JournalOfRun().Call(1, "a", 503, "F1").Call(130, "a", 201)).Faults.Single().MostAttempts.ShouldBe(1);

    [Test]
    public void What_succeeded_is_over_and_what_follows_is_other_work() =>
        Of(new JournalOfRun().Call(1, "a", 503, "F1").Call(2, "a", 201).Call(3, "a", 201)).Faults.Single().MostAttempts.ShouldBe(2);

    [Test]
    public void An_answer_of_the_provider_itself_is_no_fault() => Of(new JournalOfRun().Call(1, "a", 409)).Faults.ShouldBeEmpty();

    [Test]
    public void A_fault_that_only_slowed_an_answer_needs_no_second_attempt() => Of(new JournalOfRun().Call(1, "a", 200, "F1")).Faults.ShouldBeEmpty();

    [Test]
    public void The_busiest_minute_slides_and_says_how_much_was_asked()
    {
        var behaviour = Of(new JournalOfRun()
            .Operation(0.95, 0.96, "order.create", "a", Outcome.Succeeded)
            .Call(1, null, 200)
            .Operation(45, 45.1, "order.create", "b", Outcome.Succeeded)
            .Call(50, null, 200).Call(60.9, null, 200).Call(61.1, null, 200));

        behaviour.Limits.ShouldBe([new LimitBehaviour("calls", 3, 2, 3)]);
    }

    [Test]
    public void Calls_are_open_until_their_answer_is_whole()
    {
        var behaviour = Of(new JournalOfRun()
            .Call(1, null, 200, lasting: 5).Call(2, null, 200, lasting: 5).Call(6, null, 200)
            .Call(6.5, null, 200, target: "/v1/stock"));

        behaviour.Apis.ShouldBe([new ApiBehaviour("orders", 3, 2), new ApiBehaviour("stock", 1, 1)]);
    }

    [Test]
    public void Acknowledgements_are_told_by_rank_and_those_that_did_not_come_apart()
    {
        var journal = new JournalOfRun();
        for (var number = 1; number <= 20; number++)
        {
            journal.Delivery(number, "a", "first", 200, eventId: $"evt_{number}", within: 0.001 + (number / 100.0));
        }

        Of(journal.Delivery(30, "a", "first", 0, "timed out", "evt_21")).Acknowledgements.ShouldBe(new AcknowledgementBehaviour(20, 1, 100, 190, 200, 10000));
    }

    [Test]
    public void Copies_are_counted_with_the_most_effects_that_were_told_of_one()
    {
        var behaviour = Of(new JournalOfRun()
            .Delivery(1, "a", "first", 200).Delivery(2, "a", "again", 200).Delivery(3, "a", "again", 200)
            .Delivery(4, "b", "first", 200, eventId: "evt_2").Delivery(5, "b", "again", 200, eventId: "evt_2")
            .Delivery(6, "c", "first", 200, eventId: "evt_3")
            .Operation(7, 7.1, "effects.count", "a", Outcome.Succeeded, result: """{"count":2}""", input: """{"event_id":"evt_1"}""")
            .Operation(8, 8.1, "effects.count", "c", Outcome.Succeeded, result: """{"count":9}""", input: """{"event_id":"evt_3"}"""));

        behaviour.Duplicates.ShouldBe(new DuplicateBehaviour(2, 3, 1, 2));
    }

    [Test]
    public void Copies_whose_effects_nobody_told_have_no_number() =>
        Of(new JournalOfRun().Delivery(1, "a", "first", 200).Delivery(2, "a", "again", 200)).Duplicates.ShouldBe(new DuplicateBehaviour(1, 1, 0, null));

    private static BehaviourProfile Of(JournalOfRun journal) => new BehaviourMeter(journal.Journal, Toy).Measure();
}
