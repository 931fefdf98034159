using Readiness.Osigu.Checks.SponsorChanges;

namespace Readiness.Osigu.Tests.SponsorChanges;

internal sealed class ChangeReachesWhatIsDispensedTests
{
    private const string Lowered = """{"status":"approved","authorizations":[{"status":"APPROVED","products":[{"product_code":"P1","quantity":1}]}]}""";
    private const string Replaced = """{"status":"approved","authorizations":[{"status":"APPROVED","products":[{"product_code":"P9","quantity":2}]}]}""";

    [Test]
    public void Holds_when_the_last_word_is_dispensed() =>
        Dispensed(Told()).Judge<ChangeReachesWhatIsDispensed>().Saw.ShouldBe("dispensed was 1 of P1 after the event (7), and 2 of P9 after the event (9)");

    [Test]
    public void Holds_when_the_user_confirms_first() =>
        Dispensed(Told().Operation("Q", "dispensation.dispense", 19, Outcome.Pending, "changed: confirm")).Judge<ChangeReachesWhatIsDispensed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Holds_when_the_products_are_sent_along_and_split_over_lines() =>
        Dispensed(Told(), sent: """{"code":"A1","products":[{"product_code":"P1","quantity":0.5},{"product_code":"P1","quantity":0.5}]}""").Judge<ChangeReachesWhatIsDispensed>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("""{"code":"A1","products":[{"id":"x","price":12.5}]}""")]
    [TestCase("""{"code":"A1","products":[{"id":"x","quantity":1}]}""")]
    [TestCase("""{"code":"A1","products":[{"product_code":"P0","quantity":2,"substitute_product_code":"P1","substitute_quantity":1}]}""")]
    public void Holds_when_the_sent_lines_contradict_nothing(string sent) =>
        Dispensed(Told(), sent: sent).Judge<ChangeReachesWhatIsDispensed>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("""{"products":[{"product_code":"P1","quantity":2}]}""", "dispensation.dispense (15) dispensed 2 of P1, after authorization.updated (7) was accepted")]
    [TestCase("""{"products":[{"product_code":"P1","quantity":1},{"product_code":"P7","quantity":1}]}""", "dispensation.dispense (15) dispensed 1 of P1, 1 of P7, after authorization.updated (7) was accepted")]
    public void Breaks_when_something_else_is_dispensed(string result, string saw)
    {
        var finding = Dispensed(Told(), result: result).Judge<ChangeReachesWhatIsDispensed>().Finding;
        finding.Expected.ShouldBe("1 of P1 is dispensed, as the sponsor's last event says");
        finding.Saw.ShouldBe(saw);
    }

    [Test]
    public void Breaks_when_the_old_quantity_is_sent() =>
        Dispensed(Told(), sent: """{"code":"A1","products":[{"product_code":"P1","quantity":2}]}""").Judge<ChangeReachesWhatIsDispensed>()
            .Finding.Saw.ShouldBe("start-dispensation 16 of 2 of P1, after authorization.updated (7) was accepted");

    [Test]
    public void Breaks_when_the_change_is_shown_as_a_second_authorization() =>
        Dispensed(Told().Probe("Q", "authorization.status", 12, """{"authorizations":[{"status":"approved"},{"status":"Approved"}]}""")).Judge<ChangeReachesWhatIsDispensed>()
            .Finding.Saw.ShouldBe("authorization.status (15) shows 2 approved authorizations after authorization.updated (7) was accepted; the sponsor has given 1");

    [Test]
    public void Breaks_when_the_change_has_two_effects() =>
        Dispensed(Told().Probe("Q", "effects.count", 12, """{"count":2}""", """{"event_id":"evt_1"}""")).Judge<ChangeReachesWhatIsDispensed>()
            .Finding.Saw.ShouldBe("effects.count (15) shows 2 effects of evt_1");

    [Test]
    public void Breaks_when_it_is_dispensed_twice() =>
        Dispensed(Told()).Call("Q", "start-dispensation", 20.3, 201, """{"code":"A2"}""").Judge<ChangeReachesWhatIsDispensed>()
            .Finding.Saw.ShouldBe("2 start-dispensation calls (16 answered 201, 20 answered 201)");

    [Test]
    public void Breaks_when_a_smaller_quantity_ends_the_authorization() =>
        Dispensed(Told(), outcome: Outcome.Failed).Judge<ChangeReachesWhatIsDispensed>().Finding.Saw.ShouldBe("dispensation.dispense (15) ended as failed: \"no\"");

    [Test]
    public void Breaks_when_the_event_is_refused() =>
        Dispensed(Told(answer: 400)).Judge<ChangeReachesWhatIsDispensed>().AllSeen.ShouldBe(["400 to first (7)"]);

    [Test]
    public void Concludes_nothing_when_the_user_is_asked_and_asked() =>
        Dispensed(Told(), outcome: Outcome.Pending).Judge<ChangeReachesWhatIsDispensed>().Reason.ShouldBe(
            "nothing was dispensed after authorization.updated: dispensation.dispense (15) ended as pending; where the user has to confirm a change, take a second dispensation.dispense as the confirmation");

    [TestCase("{}", "dispensation.dispense (15) does not say in products[] what was dispensed")]
    [TestCase("""{"products":[{"product_code":"P1"}]}""", "dispensation.dispense (15) names products without product_code or quantity")]
    public void Concludes_nothing_when_nobody_says_what_was_dispensed(string result, string reason) =>
        Dispensed(Told(), result: result).Judge<ChangeReachesWhatIsDispensed>().Reason.ShouldBe(reason);

    [Test]
    public void Concludes_nothing_when_nothing_was_dispensed_at_the_provider() =>
        Told().Operation("Q", "dispensation.dispense", 20, result: """{"products":[{"product_code":"P1","quantity":1}]}""").Operation("R", "dispensation.dispense", 22, Outcome.Failed, "not stocked").Canary(30).Judge<ChangeReachesWhatIsDispensed>()
            .Reason.ShouldBe(
                "dispensation.dispense (15) succeeded without a completed dispensation at the provider; "
                + "nothing was dispensed after authorization.updated: dispensation.dispense (17) ended as failed; where the user has to confirm a change, take a second dispensation.dispense as the confirmation");

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<ChangeReachesWhatIsDispensed>().Reason.ShouldBe("no authorization was changed by the sponsor (changed-quantity); no authorization was changed by the sponsor (changed-product)");

    [Test]
    public void What_was_shown_before_the_event_is_another_items_business() =>
        Dispensed(Told().Probe("Q", "authorization.status", 9.8, """{"authorizations":[{"status":"APPROVED"},{"status":"APPROVED"}]}""")).Judge<ChangeReachesWhatIsDispensed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void One_effect_of_the_change_is_right() =>
        Dispensed(Told().Probe("Q", "effects.count", 12, """{"count":1}""", """{"event_id":"evt_1"}""")).Judge<ChangeReachesWhatIsDispensed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_start_that_races_the_event_is_judged_by_nothing_that_came_after() =>
        Dispensed(Told()).Call("Q", "start-dispensation", 10.5, 422, """{"code":"A1","products":[{"product_code":"P1","quantity":2}]}""").Judge<ChangeReachesWhatIsDispensed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_old_product_is_sent() =>
        Dispensed(Told(), sent: """{"code":"A1","products":[{"product_code":"P0","quantity":1}]}""").Judge<ChangeReachesWhatIsDispensed>()
            .Finding.Saw.ShouldBe("start-dispensation 16 of 1 of P0, after authorization.updated (7) was accepted");

    [TestCase("""{"products":[{"product_code":"P1","quantity":1},{"product_code":"P7"}]}""")]
    [TestCase("""{"products":[{"product_code":"P1","quantity":1},{"product_code":"P1"}]}""")]
    public void Concludes_nothing_when_one_of_the_products_is_without_a_quantity(string result) =>
        Dispensed(Told(), result: result).Judge<ChangeReachesWhatIsDispensed>().Reason.ShouldBe("dispensation.dispense (15) names products without product_code or quantity");

    [Test]
    public void A_change_is_known_once_any_line_of_any_authorization_shows_it() =>
        Dispensed(Told(shown: """{"authorizations":[{"status":"VOIDED","products":[{"product_code":"P1","quantity":2}]},{"status":"APPROVED","products":[{"product_code":"P5","quantity":1},{"product_code":"P1","quantity":1}]}]}"""))
            .Judge<ChangeReachesWhatIsDispensed>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("P1", 2)]
    [TestCase("P0", 1)]
    public void A_change_is_not_known_from_the_old_quantity_or_the_old_product(string product, int quantity) =>
        Dispensed(Told(shown: $$"""{"authorizations":[{"status":"APPROVED","products":[{"product_code":"{{product}}","quantity":{{quantity}}}]}]}""")).Judge<ChangeReachesWhatIsDispensed>()
            .Reason.ShouldBe("dispensation.dispense (15) was asked for before authorization.updated had to be known");

    [Test]
    public void The_first_of_several_accepted_deliveries_is_named() =>
        Dispensed(Told().Delivery("Q", "evt_1", 10.6, manner: "again", eventType: "authorization.updated")).Judge<ChangeReachesWhatIsDispensed>().Saw
            .ShouldBe("dispensed was 1 of P1 after the event (7), and 2 of P9 after the event (9)");

    [Test]
    public void The_verdict_rests_on_the_events_the_starts_and_the_dispensations() => Dispensed(Told()).Judge<ChangeReachesWhatIsDispensed>().Evidence.ShouldBe([7, 9, 15, 16, 21, 22]);

    private static JournalBuilder Told(int answer = 200, string shown = Lowered) =>
        new JournalBuilder().Canary(1)
            .Stimulus("Q", "changed-quantity", 9, data: [("product", "P1"), ("quantity", "1")])
            .Delivery("Q", "evt_1", 10, answer, eventType: "authorization.updated")
            .Stimulus("R", "changed-product", 9.5, data: [("product", "P9"), ("quantity", "2")])
            .Delivery("R", "evt_2", 10.2, eventType: "authorization.updated")
            .Probe("Q", "authorization.status", 11, shown).Probe("R", "authorization.status", 11.5, Replaced);

    private static JournalBuilder Dispensed(
        JournalBuilder journal,
        string result = """{"products":[{"product_code":"P1","quantity":1.0}]}""",
        string sent = """{"code":"A1"}""",
        Outcome outcome = Outcome.Succeeded)
    {
        journal.Operation("Q", "dispensation.dispense", 20, outcome, "no", result);
        if (outcome == Outcome.Succeeded)
        {
            journal.Call("Q", "start-dispensation", 20.1, 201, sent).Call("Q", "complete-dispensation", 20.2);
        }

        return journal.Operation("R", "dispensation.dispense", 22, result: """{"products":[{"product_code":"P9","quantity":2}]}""")
            .Call("R", "start-dispensation", 22.1, 201, """{"code":"A9"}""").Call("R", "complete-dispensation", 22.2).Canary(30);
    }
}
