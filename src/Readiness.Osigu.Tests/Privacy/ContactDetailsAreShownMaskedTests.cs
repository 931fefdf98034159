using Readiness.Osigu.Checks.Privacy;

namespace Readiness.Osigu.Tests.Privacy;

internal sealed class ContactDetailsAreShownMaskedTests
{
    [Test]
    public void Holds_when_neither_is_shown() =>
        Run().Judge<ContactDetailsAreShownMasked>().Saw.ShouldBe("3 operations and 1 delivery: neither was shown in full, with 1 message about a person who has both");

    [Test]
    public void Holds_when_names_are_shown_and_results_carry_what_is_needed() =>
        Run(facts: ["last_name@message", "email@result:/sent_to"]).Judge<ContactDetailsAreShownMasked>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("email@message", "the message of prescription.issue (6) carries email in full: \"Sent.\"")]
    [TestCase("phone@error.code", "the message of prescription.issue (6) carries phone in full: \"Sent.\"")]
    public void Breaks_when_a_message_shows_one(string fact, string saw)
    {
        var finding = Run(facts: [fact]).Judge<ContactDetailsAreShownMasked>().Finding;
        finding.Expected.ShouldBe("telephone numbers and e-mail addresses are shown masked");
        finding.Saw.ShouldBe(saw);
    }

    [Test]
    public void Breaks_when_an_answer_to_an_event_carries_one() =>
        Run(answer: "email").Judge<ContactDetailsAreShownMasked>().Finding.Saw.ShouldBe("the answer to prescription.email_delivered (8) carries email in full");

    [Test]
    public void Sees_messages_of_other_scenarios_too() =>
        Run().Operation("T9", "dispensation.dispense", 50, Outcome.Pending, "Sent to [T9 phone]", facts: "phone@message").Judge<ContactDetailsAreShownMasked>()
            .Finding.Saw.ShouldBe("the message of dispensation.dispense (13) carries phone in full: \"Sent to [T9 phone]\"");

    [Test]
    public void Concludes_nothing_when_the_person_was_not_treated()
    {
        new JournalBuilder().Judge<ContactDetailsAreShownMasked>().Reason.ShouldBe("nobody with a telephone number and an e-mail address was treated");
        Begun().Note(NoteNames.ScenarioEnded, 9, ("scenario", JournalBuilder.TheScenario)).Canary(10).Judge<ContactDetailsAreShownMasked>().Reason.ShouldBe("no operation about that person was answered");
    }

    [Test]
    public void Waits_for_a_sign_of_life() =>
        Begun().Operation("S1", "prescription.issue", 3).Judge<ContactDetailsAreShownMasked>().ShouldBeOfType<Judgement.Undecided>();

    private static JournalBuilder Begun() => new JournalBuilder().Canary(1).Stimulus("S1", "contact-details", 2);

    private static JournalBuilder Run(string[]? facts = null, string? answer = null) => Begun()
        .Operation("S1", "prescription.issue", 3, message: "Sent.", facts: facts ?? [])
        .Delivery("S1", "evt_1", 5, eventType: "prescription.email_delivered", facts: answer is null ? [] : [answer])
        .Note(NoteNames.ScenarioEnded, 9, ("scenario", JournalBuilder.TheScenario)).Canary(10);
}
