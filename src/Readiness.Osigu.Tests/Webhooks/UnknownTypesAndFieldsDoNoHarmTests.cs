using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Tests.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class UnknownTypesAndFieldsDoNoHarmTests
{
    [Test]
    public void Holds_when_the_unknown_is_acknowledged_and_the_known_has_its_effect() =>
        Unknown().Judge<UnknownTypesAndFieldsDoNoHarm>().Saw.ShouldBe(
            "200 to unknown-type (9), 200 to extra-fields (11), 200 to decision-with-extra-fields (13); no effect of the unknown type, and the known event had its own");

    [TestCase(400)]
    [TestCase(422)]
    [TestCase(500)]
    public void Breaks_when_an_unknown_type_is_refused(int status) =>
        Unknown(type: status).Judge<UnknownTypesAndFieldsDoNoHarm>().Finding.Saw.ShouldBe($"{status} to unknown-type (9)");

    [Test]
    public void Breaks_when_unknown_fields_are_refused() => Unknown(fields: 422).Judge<UnknownTypesAndFieldsDoNoHarm>().Finding.Saw.ShouldBe("422 to extra-fields (11)");

    [Test]
    public void Breaks_when_an_unknown_type_has_an_effect()
    {
        var finding = Unknown(typeEffect: 1).Judge<UnknownTypesAndFieldsDoNoHarm>().Finding;
        finding.Expected.ShouldBe("an event of an unknown type has no effect");
        finding.Saw.ShouldBe("1 effect of authorization.something_new (9, 21)");
    }

    [Test]
    public void Breaks_when_an_unknown_type_is_taken_for_an_approval() =>
        Unknown(state: "approved").Believes("S1", 1.5, "pending", code: "").Judge<UnknownTypesAndFieldsDoNoHarm>().Finding.Expected.ShouldBe("a request is not approved by an event of an unknown type");

    [TestCase("approved", "approved")]
    [TestCase("pending", "rejected")]
    public void What_the_integration_believes_for_other_reasons_is_another_items_business(string before, string after) =>
        Unknown(state: after).Believes("S1", 1.5, before, code: "").Judge<UnknownTypesAndFieldsDoNoHarm>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_a_known_event_with_unknown_fields_is_dropped() =>
        Unknown(decisionEffect: 0, probedAt: 60).Judge<UnknownTypesAndFieldsDoNoHarm>().Finding.Expected.ShouldBe("a known event with unknown fields has its effect");

    [Test]
    public void Concludes_nothing_when_the_plain_event_shows_no_effect() =>
        Unknown(plainEffect: 0).Judge<UnknownTypesAndFieldsDoNoHarm>().Reason
            .ShouldBe("effects.count did not show the effect of the plain event evt_P, so that it proves nothing about the unknown ones");

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_afterwards() =>
        Unknown(plain: 500).Close(200).Judge<UnknownTypesAndFieldsDoNoHarm>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<UnknownTypesAndFieldsDoNoHarm>().Reason.ShouldBe("not delivered: an event of an unknown type, events with unknown fields, and a plain one after them");

    [Test]
    public void One_plain_event_that_has_its_effect_is_enough() =>
        Unknown().Delivery("S4", "evt_Q", 5.5, 500).Judge<UnknownTypesAndFieldsDoNoHarm>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_decision_that_the_request_gets_in_the_end_is_no_unknown_type() =>
        Unknown().Delivery("S1", "evt_L", 5.5).Judge<UnknownTypesAndFieldsDoNoHarm>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_before_the_unknown() =>
        Unknown(canary: 20).Judge<UnknownTypesAndFieldsDoNoHarm>().Reason.ShouldBe("no sign of life of the integration before 2 s into the run, so that silence proves nothing");

    [Test]
    public void The_watch_goes_on_after_the_last_of_the_unknown() =>
        Unknown().Delivery("S2", "evt_G", 20, manner: "extra-fields").Judge<UnknownTypesAndFieldsDoNoHarm>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(20.05));

    [Test]
    public void Concludes_nothing_without_a_count_of_the_unknown_types_effects() =>
        Unknown(type: 200, counted: "evt_other").Judge<UnknownTypesAndFieldsDoNoHarm>().Reason.ShouldBe("no effects.count of evt_T, so that its effect is not known");

    [Test]
    public void Breaks_when_the_first_of_two_unknown_types_is_taken_for_an_approval() =>
        Unknown(state: "approved").Delivery("S1", "evt_T", 15, manner: "again", eventType: "authorization.something_new").Effects("evt_T", 16, 0).Believes("S1", 1.5, "pending", code: "").Canary(20)
            .Judge<UnknownTypesAndFieldsDoNoHarm>().Finding.Expected.ShouldBe("a request is not approved by an event of an unknown type");

    private static JournalBuilder Unknown(
        int type = 200, int fields = 200, int plain = 200, int typeEffect = 0, int decisionEffect = 1, int plainEffect = 1, string state = "pending", double probedAt = 8, double canary = 1.2, string counted = "evt_T") =>
        new JournalBuilder().Stimulus("S1", "unknown-type", 1).Stimulus("S2", "unknown-fields", 1).Stimulus("S3", "unknown-fields-decision", 1).Stimulus("S4", "after-the-unknown", 1)
            .Canary(canary)
            .Delivery("S1", "evt_T", 2, type, manner: "unknown-type", eventType: "authorization.something_new")
            .Delivery("S2", "evt_F", 3, fields, manner: "extra-fields", eventType: "dispensing.cancelled")
            .Delivery("S3", "evt_D", 4, manner: "decision-with-extra-fields")
            .Delivery("S4", "evt_P", 5, plain)
            .Effects("evt_P", 6, plainEffect).Effects("evt_D", probedAt, decisionEffect)
            .Effects(counted, probedAt + 1, typeEffect).Believes("S1", probedAt + 2, state, code: "");
}
