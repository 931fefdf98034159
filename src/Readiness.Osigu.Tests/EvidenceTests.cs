using Readiness.Osigu.Checks.Retries;
using Readiness.Osigu.Checks.SadPaths;
using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests;

/// <summary>What holds for every check: what a verdict rests on, what it waits for, and how numbers are worded.</summary>
internal sealed class EvidenceTests
{
    [Test]
    public void A_failed_verdict_rests_on_the_exchanges_of_its_findings() =>
        new JournalBuilder().Token(1, authorization: "Bearer x").Judge<TokenIsAcquiredOnceAndReused>().Evidence.ShouldBe([3]);

    [Test]
    public void A_verdict_about_silence_rests_on_the_signs_of_life_around_it() =>
        Unknown().Canary(1).Canary(20).Judge<UnknownPersonIsTold>().Evidence.ShouldBe([4, 6, 7, 10]);

    [Test]
    public void A_verdict_about_a_missing_answer_rests_on_the_sign_of_life_that_followed() =>
        new JournalBuilder().Stimulus("S1", "unknown-person").Operation("S1", "authorization.request", 10, Outcome.Unanswered, lasts: 90).Canary(120).Judge<UnknownPersonIsTold>().Evidence.ShouldBe([4, 6]);

    [TestCase(null, "the answer to beneficiary.search (4) could not be read: it is not in the driver's protocol")]
    [TestCase("no JSON", "the answer to beneficiary.search (4) could not be read: no JSON")]
    public void An_answer_that_cannot_be_read_concludes_nothing(string? problem, string reason) =>
        new JournalBuilder().Stimulus("P1", "busy-token").Operation("P1", "beneficiary.search", 1, Outcome.Unreadable, problem: problem).Token(1.1, 429, fault: "busy").Judge<TokenFaultIsSurvivedOrTold>().Reason.ShouldBe(reason);

    [Test]
    public void The_last_of_several_things_is_waited_for()
    {
        var undecided = new JournalBuilder().Stimulus("P1", "look-up").Operation("P1", "beneficiary.search", 1, outcome: null).Stimulus("P2", "look-up").Operation("P2", "beneficiary.search", 3, outcome: null)
            .Judge<TokenIsAcquiredOnceAndReused>().ShouldBeOfType<Judgement.Undecided>();
        undecided.Until.ShouldBe(TimeSpan.FromSeconds(93));
        undecided.WaitingFor.ShouldBe("the answer to beneficiary.search (5); the answer to beneficiary.search (6)");
    }

    [Test]
    public void A_run_that_ends_with_its_watch_lacks_the_sign_of_life_only()
    {
        Unknown().Canary(1).Close(15.5).Judge<UnknownPersonIsTold>().Reason.ShouldBe("no sign of life of the integration after 15.5 s into the run, so that silence proves nothing");
        Unknown().Canary(1).Close(15).Judge<UnknownPersonIsTold>().Reason.ShouldBe("the run ended 0.5 s before the watch could");
    }

    [Test]
    public void The_providers_status_is_asked_for_only_where_the_operation_failed() =>
        new JournalBuilder().Canary(1).Stimulus("S1", "final-answer", 10, data: ("status", "404")).Operation("S1", "beneficiary.search", 10, Outcome.Pending, "Wait.").Call("S1", "search-beneficiary", 10.1, 404).Canary(20)
            .Judge<FinalAnswerIsNotAskedForAgain>().Advice.ShouldBeEmpty();

    [TestCase(2.09, "90 ms")]
    [TestCase(2.1, "0.1 s")]
    public void Below_a_tenth_of_a_second_milliseconds_are_told(double at, string told) =>
        new JournalBuilder().Stimulus("P1", "busy-token").Operation("P1", "beneficiary.search", 1).Token(1.5, 429, fault: "busy", retryAfter: "9", lasts: 0.5).Token(at).Judge<TokenEndpointIsNotAskedEarly>().Finding.Saw
            .ShouldBe($"token request 8 came {told} after the answer 6");

    [TestCase(12, "(5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27)")]
    [TestCase(14, "(5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27 and 2 more)")]
    public void Of_a_long_list_twelve_are_told(int requests, string told)
    {
        var journal = new JournalBuilder().Stimulus("P1", "closed-token").Operation("P1", "beneficiary.search", 1, Outcome.Failed, "busy", lasts: 60);
        for (var index = 0; index < requests; index++)
        {
            journal.Token(2 + index, 429, fault: "closed");
        }

        journal.Judge<TokenEndpointIsAskedAtMostTenTimesAMinute>().Finding.Saw.ShouldBe($"{requests} token requests {told} within {requests - 1} s");
    }

    private static JournalBuilder Unknown() =>
        new JournalBuilder().Stimulus("S1", "unknown-person").Operation("S1", "authorization.request", 10, Outcome.Failed, "not found", errorStatus: 404).Call("S1", "search-beneficiary", 10.1, 404);
}
