using Readiness.Osigu.Checks.SponsorChanges;

namespace Readiness.Osigu.Tests.SponsorChanges;

/// <summary>From which moment a sponsor's change has to be known, by whom the integration was told, and what the verdicts rest on.</summary>
internal sealed class SponsorChangeLimitTests
{
    private const string NotSetUp = "no genuine event was ever accepted: check webhook.url and the webhook secret that the integration uses";
    private const string Shown = """{"status":"voided","authorizations":[{"status":"VOIDED"}]}""";

    [TestCase("""{"status":"voided"}""")]
    [TestCase("""{"status":"approved","authorizations":[{"status":"APPROVED"},{"status":"VOIDED"}]}""")]
    public void A_void_is_known_once_the_request_or_one_of_its_authorizations_shows_it(string result) =>
        Told().Probe("V1", "authorization.status", 11, result).Asked(20).Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("""{"status":"approved","authorizations":[{"status":"APPROVED"}]}""")]
    [TestCase("""{"status":"pending"}""")]
    public void A_void_that_is_not_shown_need_not_be_known_yet(string result) =>
        Told().Probe("V1", "authorization.status", 11, result).Asked(20).Judge<VoidedAuthorizationIsNotDispensed>()
            .Reason.ShouldBe("dispensation.dispense (29) was asked for before authorization.voided had to be known");

    [Test]
    public void A_count_of_no_effects_shows_nothing() =>
        Told().Probe("V1", "effects.count", 11, """{"count":0}""", """{"event_id":"evt_1"}""").Asked(20).Judge<VoidedAuthorizationIsNotDispensed>()
            .Reason.ShouldBe("dispensation.dispense (29) was asked for before authorization.voided had to be known");

    [Test]
    public void A_start_a_moment_after_the_effect_was_counted_races_it() =>
        Told().Probe("V1", "effects.count", 11, """{"count":1}""", """{"event_id":"evt_1"}""").Call("V1", "start-dispensation", 12, 422, sent: """{"code":"A1"}""").Asked(20)
            .Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void What_was_shown_before_the_event_was_accepted_is_not_what_the_event_told() =>
        Told().Probe("V1", "authorization.status", 9, Shown).Call("V1", "start-dispensation", 10.5, 422, sent: """{"code":"A1"}""").Probe("V1", "authorization.status", 11, Shown).Asked(20)
            .Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_dispensation_before_the_change_had_to_be_known_leaves_the_one_after_it_without_worth() =>
        Told().Operation("V1", "dispensation.dispense", 10.6, Outcome.Failed, "no").Probe("V1", "authorization.status", 12, Shown).Asked(20).Judge<VoidedAuthorizationIsNotDispensed>()
            .Reason.ShouldBe("dispensation.dispense (13) was asked for before authorization.voided had to be known");

    [Test]
    public void A_forged_event_and_one_of_another_type_tell_nothing_of_a_void()
    {
        var journal = Approved().Delivery("V2", "evt_2", 10.2, eventType: "authorization.voided").Probe("V2", "authorization.status", 11, Shown)
            .Delivery("V1", "evt_f", 10, genuine: false, eventType: "authorization.voided").Delivery("V1", "evt_c", 9).Asked(20);
        journal.Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(62));
        journal.Close(100).Judge<VoidedAuthorizationIsNotDispensed>().Reason.ShouldBe("authorization.voided was not delivered before the run ended");
    }

    [TestCase("V1", "authorization.updated")]
    [TestCase("N1", "authorization.voided")]
    public void What_a_subscription_leaves_out_of_other_events_says_nothing_of_this_one(string stimulus, string type) =>
        Told().Probe("V1", "authorization.status", 11, Shown).Note(OsiguNotes.DecisionNotDeliverable, 30, ("stimulus", stimulus), ("event_type", type), ("subscribed", "dispensing.*")).Asked(20)
            .Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_receiver_that_never_accepted_anything_is_not_convicted_of_refusing_a_change() =>
        Approved().Delivery("V1", "evt_1", 10, 401, eventType: "authorization.voided").Delivery("V2", "evt_2", 10.2, 401, eventType: "authorization.voided").Asked(20).Judge<VoidedAuthorizationIsNotDispensed>()
            .Reason.ShouldBe(NotSetUp);

    [Test]
    public void A_change_that_is_not_answered_yet_is_waited_for() =>
        Approved().Delivery(null, "evt_0", 5).Delivery("V1", "evt_1", 10, null, eventType: "authorization.voided").Delivery("V2", "evt_2", 10.2, eventType: "authorization.voided").Probe("V2", "authorization.status", 11, Shown)
            .Asked(20).Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(25));

    [Test]
    public void A_dispensation_that_is_open_is_waited_for() =>
        Told().Probe("V1", "authorization.status", 11, Shown).Asked(20).Operation("V1", "dispensation.dispense", 25, outcome: null).Judge<VoidedAuthorizationIsNotDispensed>()
            .ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(115));

    [Test]
    public void Where_nothing_that_still_stands_was_asked_for_nothing_is_concluded() =>
        new JournalBuilder().Canary(1).Stimulus("V1", "voided-request", 2).Stimulus("V2", "voided-code", 2).Delivery("V1", "evt_1", 10, eventType: "authorization.voided").Delivery("V2", "evt_2", 10.2, eventType: "authorization.voided")
            .Probe("V1", "authorization.status", 11, Shown).Probe("V2", "authorization.status", 11.5, Shown).Asked(20).Judge<VoidedAuthorizationIsNotDispensed>()
            .Reason.ShouldBe("nothing that still stands was dispensed by its request; nothing that still stands was dispensed by a code that the patient brings");

    [Test]
    public void The_verdict_on_a_void_rests_on_the_events_what_was_asked_for_and_the_signs_of_life() =>
        Told().Probe("V1", "authorization.status", 11, Shown).Asked(20).Judge<VoidedAuthorizationIsNotDispensed>().Evidence.ShouldBe([9, 11, 18, 24, 29, 31, 33]);

    [Test]
    public void A_change_that_the_journal_does_not_tell_concludes_nothing() =>
        new JournalBuilder().Canary(1).Stimulus("Q", "changed-quantity", 9).Stimulus("R", "changed-product", 9, data: [("product", "P1")]).Judge<ChangeReachesWhatIsDispensed>()
            .Reason.ShouldBe("the journal does not say what the sponsor changed");

    // V1 was told; V2 is told and shows it, and both ways to dispense work.
    private static JournalBuilder Told() =>
        Approved().Delivery("V1", "evt_1", 10, eventType: "authorization.voided").Delivery("V2", "evt_2", 10.2, eventType: "authorization.voided").Probe("V2", "authorization.status", 10.7, Shown);

    private static JournalBuilder Approved() =>
        new JournalBuilder().Canary(1).Stimulus("V1", "voided-request", 2).Stimulus("V2", "voided-code", 2).Stimulus("N1", "standing-request", 2).Stimulus("N2", "standing-code", 2).Sold("N1", "B1", 12.5).Sold("N2", "B2", 13.5);
}

internal static class Sales
{
    extension(JournalBuilder journal)
    {
        /// <summary>A dispensation that goes through.</summary>
        public JournalBuilder Sold(string stimulus, string code, double at) => journal.Operation(stimulus, "dispensation.dispense", at)
            .Call(stimulus, "start-dispensation", at + 0.1, 201, $$"""{"code":"{{code}}"}""", $$"""{"dispensation_id":"{{code}}"}""").Call(stimulus, "complete-dispensation", at + 0.2, answer: $$"""{"dispensation_id":"{{code}}"}""");

        /// <summary>Both voided authorizations are asked for, and refused by the integration itself.</summary>
        public JournalBuilder Asked(double at) =>
            journal.Operation("V1", "dispensation.dispense", at, Outcome.Failed, "void").Operation("V2", "dispensation.dispense", at + 4, Outcome.Failed, "void").Canary(at + 20);
    }
}
