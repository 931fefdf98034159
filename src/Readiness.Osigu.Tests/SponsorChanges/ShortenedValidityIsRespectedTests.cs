using Readiness.Osigu.Checks.SponsorChanges;

namespace Readiness.Osigu.Tests.SponsorChanges;

internal sealed class ShortenedValidityIsRespectedTests
{
    private const string Shortened = """{"status":"approved","authorizations":[{"status":"APPROVED","expires_at":"2025-12-30T12:00:00Z"}]}""";

    [Test]
    public void Holds_when_nothing_is_started() =>
        Run().Canary(40).Judge<ShortenedValidityIsRespected>().Saw.ShouldBe("nothing was started under the authorization that had run out, after authorization.updated (8) was accepted");

    [Test]
    public void Holds_when_the_user_is_asked_before_being_told() =>
        Run().Operation("S1", "dispensation.dispense", 19, Outcome.Pending, "changed: confirm").Canary(40).Judge<ShortenedValidityIsRespected>().Advice.ShouldBeEmpty();

    [Test]
    public void A_pending_end_is_weak() =>
        Run(Outcome.Pending).Canary(40).Judge<ShortenedValidityIsRespected>().Advice.ShouldBe(
            ["dispensation.dispense (12) ended as pending: an authorization that is expired does not come back, so failed says more"]);

    [Test]
    public void Breaks_when_it_is_started() =>
        Run().Call("S1", "start-dispensation", 20.1, 422, sent: """{"code":"A1"}""").Canary(40).Judge<ShortenedValidityIsRespected>()
            .Finding.Saw.ShouldBe("start-dispensation 13 under A1 answered 422, after authorization.updated (8) was accepted");

    [Test]
    public void Breaks_when_it_is_said_to_be_dispensed() =>
        Run(Outcome.Succeeded).Canary(40).Judge<ShortenedValidityIsRespected>().Finding.Saw.ShouldBe("dispensation.dispense (12) ended as succeeded");

    [Test]
    public void Breaks_when_the_user_hears_nothing_although_the_integration_lives() =>
        Run(Outcome.Unanswered).Canary(40).Judge<ShortenedValidityIsRespected>().Finding.Saw.ShouldBe("dispensation.dispense (12) was not answered");

    [Test]
    public void Concludes_nothing_where_nothing_is_ever_dispensed() =>
        new JournalBuilder().Canary(1).Stimulus("S1", "changed-validity", 9).Delivery("S1", "evt_1", 10, eventType: "authorization.updated").Probe("S1", "effects.count", 11, """{"count":1}""", """{"event_id":"evt_1"}""")
            .Operation("S1", "dispensation.dispense", 20, Outcome.Failed, "expired").Canary(40).Judge<ShortenedValidityIsRespected>()
            .Reason.ShouldBe("nothing was dispensed in the whole run, so that it proves nothing that an expired authorization was not");

    [Test]
    public void Concludes_nothing_where_nobody_dispensed_afterwards() =>
        Before().Delivery("S1", "evt_1", 10, eventType: "authorization.updated").Canary(40).Judge<ShortenedValidityIsRespected>().Reason.ShouldBe("nothing was dispensed after authorization.updated");

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<ShortenedValidityIsRespected>().Reason.ShouldBe("no authorization was changed by the sponsor (changed-validity)");

    [Test]
    public void A_shortened_validity_is_known_once_any_authorization_shows_it() =>
        Run(shown: """{"authorizations":[{"status":"VOIDED","expires_at":"2026-03-01T12:00:00Z"},{"status":"APPROVED","expires_at":"2025-12-30T12:00:00Z"}]}""").Canary(40)
            .Judge<ShortenedValidityIsRespected>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_dispensation_that_is_open_is_waited_for() =>
        Run().Operation("S1", "dispensation.dispense", 25, outcome: null).Canary(40).Judge<ShortenedValidityIsRespected>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(115));

    [Test]
    public void The_verdict_rests_on_a_sale_the_event_what_was_asked_for_and_the_sign_of_life() => Run().Canary(40).Judge<ShortenedValidityIsRespected>().Evidence.ShouldBe([3, 8, 12, 14]);

    private static JournalBuilder Run(Outcome outcome = Outcome.Failed, string shown = Shortened) =>
        Before().Delivery("S1", "evt_1", 10, eventType: "authorization.updated").Probe("S1", "authorization.status", 11, shown)
            .Operation("S1", "dispensation.dispense", 20, outcome, "expired");

    private static JournalBuilder Before() =>
        new JournalBuilder().Call("X", "complete-dispensation", 0.5).Canary(1).Stimulus("S1", "changed-validity", 9, data: ("expires", "2025-12-30T12:00:00.0000000+00:00"));
}
