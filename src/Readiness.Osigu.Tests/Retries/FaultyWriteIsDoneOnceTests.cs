using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Tests.Retries;

internal sealed class FaultyWriteIsDoneOnceTests
{
    private const string NotKnown = "It is not known whether this was done.";

    [Test]
    public void Holds_when_it_is_not_sent_again() =>
        Submit(Outcome.Unknown, NotKnown).Gateway(11).Judge<FaultyWriteIsDoneOnce>().Saw.ShouldBe("1 create-claim, answered 504: 1 claim; claim.submit (6) ended as unknown");

    [Test]
    public void What_was_not_processed_may_be_sent_again() =>
        Holds(Submit(Outcome.Succeeded).Call("S1", "create-claim", 11, 503, fault: "F1").Call("S1", "create-claim", 11.5, 201));

    [Test]
    public void A_repetition_that_is_refused_makes_no_second_claim() => Holds(Submit(Outcome.Failed, NotKnown).Gateway(11).Call("S1", "create-claim", 11.5, 409));

    [Test]
    public void Breaks_with_a_second_claim()
    {
        var finding = Submit(Outcome.Succeeded).Gateway(11).Call("S1", "create-claim", 11.5, 201).Judge<FaultyWriteIsDoneOnce>().Finding;
        finding.Expected.ShouldBe("one claim for one submission, also when its creation was answered with a 5xx");
        finding.Saw.ShouldBe("2 claims (create-claim 7, 9); the first was made although it was answered 504");
    }

    [Test]
    public void Breaks_when_the_user_is_not_told() => Submit(Outcome.Failed).Gateway(11).Judge<FaultyWriteIsDoneOnce>().Finding.Saw.ShouldBe("claim.submit (6) ended as failed without a message");

    [Test]
    public void Breaks_when_success_is_claimed_without_a_claim() =>
        Submit(Outcome.Succeeded).Call("S1", "create-claim", 11, 503, fault: "F1").Judge<FaultyWriteIsDoneOnce>().Finding.Saw.ShouldBe("claim.submit (6) ended as succeeded");

    [Test]
    public void Waits_for_a_repetition_that_comes_late() =>
        new JournalBuilder().Canary(1).Stimulus("S1", "write-fault", 10).Operation("S1", "claim.submit", 10, Outcome.Unknown, NotKnown, lasts: 2).Gateway(11)
            .Judge<FaultyWriteIsDoneOnce>().ShouldBeOfType<Judgement.Undecided>();

    [Test]
    public void The_watch_runs_from_the_first_submission_to_the_last_thing_seen_of_any()
    {
        Two().Canary(16).Canary(100).Judge<FaultyWriteIsDoneOnce>().Reason.ShouldBe("no sign of life of the integration before 10 s into the run, so that silence proves nothing");
        Two().Canary(1).Canary(24).Judge<FaultyWriteIsDoneOnce>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(27));
    }

    [Test]
    public void Concludes_nothing_when_no_claim_met_the_fault() =>
        Submit(Outcome.Succeeded).Call("S1", "create-claim", 11, 201).Judge<FaultyWriteIsDoneOnce>().Reason.ShouldBe("no create-claim met the planned fault");

    private static JournalBuilder Two() => new JournalBuilder()
        .LookUp("S1", "write-fault", 10, [1], [503], Outcome.Failed, NotKnown, lasts: 2, operation: "claim.submit", request: "create-claim")
        .LookUp("S2", "write-fault", 20, [1], [503], Outcome.Failed, NotKnown, lasts: 2, operation: "claim.submit", request: "create-claim");

    private static JournalBuilder Submit(Outcome outcome, string? message = null) =>
        new JournalBuilder().Canary(1).Canary(100).Stimulus("S1", "write-fault", 9.9).Operation("S1", "claim.submit", 10, outcome, message, lasts: 2);

    private static void Holds(JournalBuilder journal) => journal.Judge<FaultyWriteIsDoneOnce>().ShouldBeOfType<Judgement.Passed>();
}

/// <summary>Answers of a gateway that did not wait.</summary>
internal static class Gateways
{
    public static JournalBuilder Gateway(this JournalBuilder journal, double at) => journal.Call("S1", "create-claim", at, 504, fault: "F1", withheld: 201);
}
