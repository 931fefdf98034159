using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Tests.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class OtherEnvironmentHasNoEffectTests
{
    [TestCase(200)]
    [TestCase(202)]
    [TestCase(403)]
    public void Holds_whatever_it_is_answered_as_long_as_nothing_happens(int status) =>
        Foreign(status).Judge<OtherEnvironmentHasNoEffect>().Saw.ShouldBe($"{status} to other-environment (6), without effect; the event of this environment after it had one");

    [Test]
    public void Breaks_when_it_is_worked_on_as_if_it_belonged_here()
    {
        var finding = Foreign(effect: 1).Judge<OtherEnvironmentHasNoEffect>().Finding;
        finding.Expected.ShouldBe("an event of the other environment has no effect");
        finding.Saw.ShouldBe("1 effect of evt_F (13), delivered as an event of production (6)");
    }

    [Test]
    public void Breaks_when_the_request_is_decided_by_it() =>
        Foreign(state: "approved").Believes("S1", 1.5, "pending", code: "").Judge<OtherEnvironmentHasNoEffect>().Finding.Expected.ShouldBe("a request is not approved by an event of the other environment");

    [TestCase("approved", "approved")]
    [TestCase("pending", "rejected")]
    public void What_the_integration_believes_for_other_reasons_is_another_items_business(string before, string after) =>
        Foreign(state: after).Believes("S1", 1.5, before, code: "").Judge<OtherEnvironmentHasNoEffect>().ShouldBeOfType<Judgement.Passed>();

    [TestCase(500, null)]
    [TestCase(0, "timed out after 10 s")]
    [TestCase(0, "closed without an answer")]
    public void Breaks_when_the_receiver_fails_on_it(int status, string? problem) =>
        Foreign(status, problem: problem).Judge<OtherEnvironmentHasNoEffect>().Finding.Expected.ShouldBe("an event of the other environment is answered 2xx or 4xx");

    [Test]
    public void Concludes_nothing_when_it_did_not_arrive() =>
        Foreign(0, problem: "connection refused").Judge<OtherEnvironmentHasNoEffect>().Reason.ShouldBe("the event of the other environment did not reach the receiver: connection refused to other-environment (6)");

    [Test]
    public void Concludes_nothing_when_the_read_back_does_not_move() =>
        Foreign(ownEffect: 0).Judge<OtherEnvironmentHasNoEffect>().Reason.ShouldBe("effects.count did not show the effect of evt_O, which belongs here, so that it proves nothing about the other");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => new JournalBuilder().Judge<OtherEnvironmentHasNoEffect>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void One_event_of_this_environment_that_has_its_effect_is_enough() =>
        Foreign().Delivery("S2", "evt_P", 4.2).Effects("evt_P", 8, 0).Effects("evt_O", 4.3, 0).Judge<OtherEnvironmentHasNoEffect>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_before_the_event() =>
        Foreign(canary: 20).Judge<OtherEnvironmentHasNoEffect>().Reason.ShouldBe("no sign of life of the integration before 2 s into the run, so that silence proves nothing");

    [Test]
    public void The_watch_goes_on_after_the_last_event_of_the_other_environment() =>
        Foreign().Delivery("S1", "evt_G", 8, genuine: false, manner: "other-environment").Effects("evt_G", 9, 0).Judge<OtherEnvironmentHasNoEffect>()
            .ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(8.05));

    private static JournalBuilder Foreign(int status = 200, int effect = 0, int ownEffect = 1, string state = "pending", string? problem = null, double canary = 1.2) =>
        new JournalBuilder().Stimulus("S1", "other-environment", 1).Canary(canary)
            .Delivery("S1", "evt_F", 2, status, genuine: false, manner: "other-environment", problem: problem)
            .Stimulus("S2", "own-environment", 3).Delivery("S2", "evt_O", 4).Effects("evt_O", 5 - 0.5, ownEffect).Effects("evt_F", 6, effect).Believes("S1", 7, state, code: "");
}
