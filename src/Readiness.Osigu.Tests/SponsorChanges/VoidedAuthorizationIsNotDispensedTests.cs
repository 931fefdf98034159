using Readiness.Osigu.Checks.SponsorChanges;

namespace Readiness.Osigu.Tests.SponsorChanges;

internal sealed class VoidedAuthorizationIsNotDispensedTests
{
    private const string Voided = """{"status":"voided","authorizations":[{"authorization_code":"A1","status":"VOIDED"}]}""";

    [Test]
    public void Holds_when_the_voided_ones_are_not_started_and_the_others_are_dispensed() =>
        Run().Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().Saw.ShouldBe(
            "nothing was started under the voided authorizations after the events (9, 11); what still stands was dispensed (exchanges 20, 28)");

    [Test]
    public void Holds_when_the_provider_is_asked_before_each_dispensation() =>
        Run().Call("V1", "read-authorization", 20.1).Call("V2", "list-dispensations", 22.1).Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Holds_when_a_start_races_the_event_and_is_refused() =>
        Run().Call("V1", "start-dispensation", 9.9, 422, sent: """{"code":"A1"}""").Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Holds_when_a_start_comes_while_the_accepted_event_waits_in_a_queue() =>
        Run().Call("V1", "start-dispensation", 10.5, 422, sent: """{"code":"A1"}""").Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("V1", 20.2, "start-dispensation 18 under A1 answered 422, after authorization.voided (9) was accepted")]
    [TestCase("V2", 24.2, "start-dispensation 26 under A2 answered 422, after authorization.voided (11) was accepted")]
    public void Breaks_when_a_voided_code_is_started(string stimulus, double at, string saw)
    {
        var finding = Run().Call(stimulus, "start-dispensation", at, 422, sent: $$"""{"code":"A{{stimulus[1..]}}"}""").Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().Finding;
        finding.Expected.ShouldBe("no dispensation is started under an authorization that is voided");
        finding.Saw.ShouldBe(saw);
        finding.Next.ShouldBe("look at what the sponsor's last event said before each start, whether the code comes from your records, from paper or from the patient");
    }

    [Test]
    public void Breaks_when_a_queue_starts_it_much_later() =>
        Run().Canary(40).Call("V1", "start-dispensation", 60, 422, sent: """{"code":"A1"}""").Canary(70).Close(80).Judge<VoidedAuthorizationIsNotDispensed>()
            .Finding.Saw.ShouldBe("start-dispensation 35 under A1 answered 422, after authorization.voided (9) was accepted");

    [Test]
    public void Breaks_when_the_user_is_told_that_it_was_dispensed() =>
        Run(first: Outcome.Succeeded).Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().Finding.Saw.ShouldBe("dispensation.dispense (17) ended as succeeded");

    [Test]
    public void Breaks_without_a_message() =>
        Run(message: null).Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().AllSeen
            .ShouldBe(["dispensation.dispense (17) ended as failed without a message", "dispensation.dispense (25) ended as failed without a message"]);

    [Test]
    public void Breaks_when_the_event_is_refused() =>
        Run(answer: 422).Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().AllSeen.ShouldBe(["422 to first (9)", "422 to first (11)"]);

    [Test]
    public void Breaks_when_the_own_subscription_leaves_the_event_out_and_the_code_is_started() =>
        Standing(Approved()).Note("decision not deliverable", 10, ("stimulus", "V1"), ("event_type", "authorization.voided"), ("subscribed", "dispensing.*"))
            .Note("decision not deliverable", 10.1, ("stimulus", "V2"), ("event_type", "authorization.voided"), ("subscribed", "dispensing.*"))
            .Operation("V1", "dispensation.dispense", 20, Outcome.Failed, "refused").Call("V1", "start-dispensation", 20.1, 422, sent: """{"code":"A1"}""")
            .Operation("V2", "dispensation.dispense", 24, Outcome.Failed, "refused")
            .Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().Finding.ShouldSatisfyAllConditions(
                finding => finding.Saw.ShouldBe("start-dispensation 12 under A1 answered 422, after authorization.voided could not be delivered (9): subscribed to dispensing.*"),
                finding => finding.Next.ShouldBe("subscribe to authorization.* (or *) at POST /webhooks/v1/subscriptions, or ask the provider before each start"));

    [Test]
    public void Breaks_when_what_still_stands_is_refused_too()
    {
        var finding = Told(Approved()).Operation("V1", "dispensation.dispense", 20, Outcome.Failed, "void").Operation("V2", "dispensation.dispense", 24, Outcome.Failed, "void")
            .Operation("N1", "dispensation.dispense", 22, Outcome.Failed, "void").Operation("N2", "dispensation.dispense", 26).Call("N2", "start-dispensation", 26.1, 201, """{"code":"B2"}""", """{"dispensation_id":"d2"}""")
            .Call("N2", "complete-dispensation", 26.2, answer: """{"dispensation_id":"d2"}""").Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().Finding;
        finding.Expected.ShouldBe("an authorization that still stands is dispensed by its request");
        finding.Saw.ShouldBe("dispensation.dispense (19) ended as failed without a completed dispensation: \"void\"");
    }

    [Test]
    public void Concludes_nothing_when_the_other_way_to_dispense_never_works() =>
        Told(Approved()).Operation("V1", "dispensation.dispense", 20, Outcome.Failed, "void").Operation("V2", "dispensation.dispense", 24, Outcome.Failed, "void")
            .Operation("N1", "dispensation.dispense", 22, Outcome.Pending, "later").Operation("N2", "dispensation.dispense", 26, Outcome.Unknown, "who knows")
            .Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().Reason.ShouldBe(
                "an authorization that still stands was not dispensed by its request (19 ended as pending), so that it proves nothing that a voided one was not; "
                + "an authorization that still stands was not dispensed by a code that the patient brings (23 ended as unknown), so that it proves nothing that a voided one was not");

    [Test]
    public void Concludes_nothing_when_the_event_was_never_sent() =>
        Standing(Approved()).Operation("V1", "dispensation.dispense", 20, Outcome.Failed, "void").Operation("V2", "dispensation.dispense", 24, Outcome.Failed, "void")
            .Canary(40).Close(100).Judge<VoidedAuthorizationIsNotDispensed>().Reason.ShouldBe("authorization.voided was not delivered before the run ended");

    [Test]
    public void Concludes_nothing_when_the_dispensation_came_before_the_event_had_to_be_known() =>
        Standing(Approved().Delivery("V1", "evt_1", 10, eventType: "authorization.voided").Delivery("V2", "evt_2", 10.2, eventType: "authorization.voided"))
            .Operation("V1", "dispensation.dispense", 20, Outcome.Failed, "void").Operation("V2", "dispensation.dispense", 24, Outcome.Failed, "void")
            .Canary(40).Judge<VoidedAuthorizationIsNotDispensed>().Reason.ShouldBe(
                "dispensation.dispense (13) was asked for before authorization.voided had to be known; dispensation.dispense (21) was asked for before authorization.voided had to be known");

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<VoidedAuthorizationIsNotDispensed>().Reason.ShouldBe("no authorization was changed by the sponsor (voided-request); no authorization was changed by the sponsor (voided-code)");

    [Test]
    public void Waits_for_the_end_of_the_watch() =>
        Run().Judge<VoidedAuthorizationIsNotDispensed>().ShouldBeOfType<Judgement.Undecided>().WaitingFor.ShouldBe("the end of the watch for what must not happen");

    private static JournalBuilder Run(Outcome first = Outcome.Failed, string? message = "The authorization was voided.", int answer = 200) =>
        Standing(Told(Approved(), answer)).Operation("V1", "dispensation.dispense", 20, first, message).Operation("V2", "dispensation.dispense", 24, Outcome.Failed, message);

    private static JournalBuilder Approved() =>
        new JournalBuilder().Canary(1).Stimulus("V1", "voided-request", 2).Stimulus("V2", "voided-code", 2).Stimulus("N1", "standing-request", 2).Stimulus("N2", "standing-code", 2);

    private static JournalBuilder Told(JournalBuilder journal, int answer = 200)
    {
        // The receiver is set up: it accepts other events.
        journal.Delivery("V1", "evt_1", 10, answer, eventType: "authorization.voided").Delivery("V2", "evt_2", 10.2, answer, eventType: "authorization.voided");
        return answer == 200
            ? journal.Probe("V1", "authorization.status", 11, Voided).Probe("V2", "authorization.status", 11.5, Voided)
            : journal.Delivery(null, "evt_0", 12).Probe("V1", "authorization.status", 13, Voided);
    }

    private static JournalBuilder Standing(JournalBuilder journal) => journal
        .Operation("N1", "dispensation.dispense", 22).Call("N1", "start-dispensation", 22.1, 201, """{"code":"B1"}""", """{"dispensation_id":"d1"}""").Call("N1", "complete-dispensation", 22.2, answer: """{"dispensation_id":"d1"}""")
        .Operation("N2", "dispensation.dispense", 26).Call("N2", "start-dispensation", 26.1, 201, """{"code":"B2"}""", """{"dispensation_id":"d2"}""").Call("N2", "complete-dispensation", 26.2, answer: """{"dispensation_id":"d2"}""");
}
