using Readiness.Osigu.Checks.SponsorRules;
using Readiness.Osigu.Tests.SadPaths;

namespace Readiness.Osigu.Tests.SponsorRules;

internal sealed class VerificationTests
{
    [Test]
    public void A_password_where_it_is_wanted_and_none_where_it_is_not_hold() =>
        new JournalBuilder().Counter("S1", "no-verification", 10).Done("S1", 10.3)
            .Counter("S2", "password-wanted", 20).Sent("S2", 20.1).Tried("S2", 20.2).Done("S2", 20.3).Judge<PersonIsVerifiedOnlyWhenAskedFor>()
            .Saw.ShouldBe("1 person verified by a password of their own (14), 1 by none, as the sponsor wished");

    [TestCase("send-otp-generated", "validate-otp-generated")]
    [TestCase("send-otp", "validate-otp")]
    public void Either_address_holds(string send, string validate) =>
        new JournalBuilder().Counter("S2", "password-wanted", 20).Call("S2", send, 20.1, 201).Call("S2", validate, 20.2).Done("S2", 20.3).Judge<PersonIsVerifiedOnlyWhenAskedFor>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_password_before_a_decision_holds() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20, call: "complete-authorization", operation: "authorization.request").Sent("S2", 20.1).Tried("S2", 20.2)
            .Call("S2", "complete-authorization", 20.3).Judge<PersonIsVerifiedOnlyWhenAskedFor>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_clerk_who_comes_back_with_the_password_holds() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20, Outcome.Pending).Sent("S2", 20.1).Counter("S2", null, 21).Tried("S2", 21.2).Done("S2", 21.3)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_person_who_is_never_served_breaks() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20, Outcome.Pending).Sent("S2", 20.1).Counter("S2", null, 21, Outcome.Pending).Judge<PersonIsVerifiedOnlyWhenAskedFor>()
            .AllSeen.ShouldContain("dispensation.dispense (8) ended as pending: \"told\"");

    [Test]
    public void A_password_for_nothing_breaks() =>
        new JournalBuilder().Counter("S1", "no-verification", 10).Sent("S1", 10.1).Done("S1", 10.3).Counter("S2", "password-wanted", 20).Sent("S2", 20.1).Tried("S2", 20.2).Done("S2", 20.3)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().Finding.Saw.ShouldBe("1 password asked for (5), although verification_required was null");

    [Test]
    public void A_password_for_each_key_breaks() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20).Sent("S2", 20.01).Sent("S2", 20.02).Sent("S2", 20.03).Tried("S2", 20.2).Done("S2", 20.3)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().Finding.Saw.ShouldBe("3 passwords sent to one person (5, 7, 9)");

    [Test]
    public void Another_password_after_one_that_was_refused_holds() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20).Sent("S2", 20.01).Tried("S2", 20.02, 422).Sent("S2", 20.03).Tried("S2", 20.2).Done("S2", 20.3)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_password_that_could_not_be_sent_at_first_holds() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20).Call("S2", "send-otp", 20.01, 503).Sent("S2", 20.03).Tried("S2", 20.2).Done("S2", 20.3)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Completing_without_the_token_breaks() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20, Outcome.Failed).Sent("S2", 20.1).Tried("S2", 20.2).Done("S2", 20.3, 422, "no verification is attached")
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().AllSeen.ShouldBe(
            [
                "complete-dispensation 9 was refused: no verification is attached",
                "dispensation.dispense (4) ended as failed: \"told\"",
            ]);

    [Test]
    public void A_token_of_another_person_breaks() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20).Done("S2", 20.3, 422, "the token is another person's").Sent("S2", 20.35).Tried("S2", 20.4).Done("S2", 20.45)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().Finding.Saw.ShouldBe("complete-dispensation 5 was refused: the token is another person's");

    [Test]
    public void Success_without_completion_breaks() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20).Sent("S2", 20.1).Tried("S2", 20.2).Judge<PersonIsVerifiedOnlyWhenAskedFor>()
            .Finding.Saw.ShouldBe("dispensation.dispense (4) ended as succeeded, and no complete-dispensation went through");

    [Test]
    public void A_password_that_is_not_asked_for_concludes_nothing() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20, Outcome.Pending).Judge<PersonIsVerifiedOnlyWhenAskedFor>()
            .Reason.ShouldBe("dispensation.dispense (4) asked for no password although the sponsor wants one: implement it, or declare the capability otp as not used");

    [Test]
    public void Nobody_asked_concludes_nothing() => new JournalBuilder().Judge<PersonIsVerifiedOnlyWhenAskedFor>().Reason.ShouldBe("nothing was asked for that needs a password");

    [TestCase(Outcome.Pending)]
    [TestCase(Outcome.Failed)]
    public void Waiting_for_the_password_holds(Outcome outcome) =>
        new JournalBuilder().Counter("S1", "not-verified", 10, outcome).Wanted("S1", 10.1).Sent("S1", 10.2).Alive().Judge<NothingIsCompletedUnverified>()
            .Saw.ShouldBe("nothing was completed for 1 person without the right password, and the clerk was told: \"told\"");

    [Test]
    public void Completing_for_somebody_who_was_not_verified_breaks() =>
        new JournalBuilder().Counter("S1", "not-verified", 10, Outcome.Failed).Wanted("S1", 10.1).Sent("S1", 10.2).Done("S1", 10.3, 422, "no verification is attached").Judge<NothingIsCompletedUnverified>()
            .Finding.Saw.ShouldBe("complete-dispensation 9");

    [Test]
    public void Success_for_somebody_who_was_not_verified_breaks() =>
        new JournalBuilder().Counter("S1", "not-verified", 10).Wanted("S1", 10.1).Sent("S1", 10.2).Judge<NothingIsCompletedUnverified>().Finding.Saw.ShouldBe("dispensation.dispense (4) ended as succeeded");

    [Test]
    public void Sending_on_and_on_breaks() =>
        new JournalBuilder().Counter("S1", "not-verified", 10, Outcome.Pending).Wanted("S1", 10.1).Sent("S1", 10.2).Sent("S1", 10.3).Judge<NothingIsCompletedUnverified>()
            .Finding.Saw.ShouldBe("2 passwords sent to one person (7, 9)");

    [Test]
    public void Nothing_started_concludes_nothing() =>
        new JournalBuilder().Counter("S1", "not-verified", 10, Outcome.Failed).Alive().Judge<NothingIsCompletedUnverified>().Reason.ShouldBe("dispensation.dispense (6) did not get as far as being asked for a password");

    [Test]
    public void A_new_password_for_one_that_has_run_out_holds() =>
        Late().Sent("S1", 20.1, "otp-2").Tried("S1", 20.2, otp: "otp-2").Done("S1", 20.3).Judge<ExpiredPasswordIsReplaced>()
            .Saw.ShouldBe("the password of 5 was too old, and another one (9) took its place");

    [Test]
    public void Trying_the_old_one_once_holds() =>
        Late().Tried("S1", 20.05, 422).Sent("S1", 20.1, "otp-2").Tried("S1", 20.2, otp: "otp-2").Done("S1", 20.3).Judge<ExpiredPasswordIsReplaced>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Trying_the_old_one_again_breaks() =>
        Late(Outcome.Pending).Tried("S1", 20.05, 422).Counter("S1", null, 25, Outcome.Pending).Tried("S1", 25.1, 422).Note(OsiguNotes.PasswordOver, 26, ("stimulus", "S1")).Judge<ExpiredPasswordIsReplaced>()
            .Finding.Saw.ShouldBe("the password of 5, too old since 13.1 s into the run, was tried 2 times (9, 13)");

    [Test]
    public void Completing_without_a_new_password_breaks() =>
        Late(Outcome.Failed).Done("S1", 20.3, 422, "no verification is attached").Note(OsiguNotes.PasswordOver, 26, ("stimulus", "S1")).Judge<ExpiredPasswordIsReplaced>()
            .Finding.Saw.ShouldBe("complete-dispensation 9 was refused: no verification is attached");

    [Test]
    public void A_password_that_is_not_replaced_concludes_nothing() =>
        Late(Outcome.Failed).Tried("S1", 20.05, 422).Note(OsiguNotes.PasswordOver, 26, ("stimulus", "S1")).Judge<ExpiredPasswordIsReplaced>()
            .Reason.ShouldBe("nothing was completed after the first password was too old: dispensation.dispense (8) ended as failed");

    [Test]
    public void The_end_of_the_run_is_waited_for() =>
        new JournalBuilder().Counter("S1", "expired-password", 10, Outcome.Pending).Sent("S1", 10.1, expires: 3).Judge<ExpiredPasswordIsReplaced>()
            .ShouldBeOfType<Judgement.Undecided>().WaitingFor.ShouldBe("the password to become too old");

    [Test]
    public void A_password_that_was_never_sent_concludes_nothing() =>
        new JournalBuilder().Counter("S1", "expired-password", 10, Outcome.Pending).Judge<ExpiredPasswordIsReplaced>()
            .Reason.ShouldBe("no password was sent when the sponsor wanted one for the first time: implement it, or declare the capability otp as not used");

    [Test]
    public void A_reading_that_is_attached_holds() =>
        new JournalBuilder().Counter("S1", "reading-wanted", 10).Call("S1", "create-biometric-reading", 10.2, 201).Done("S1", 10.3).Judge<BiometricReadingIsAttached>()
            .Saw.ShouldBe("the reading was attached (7), and no password was sent");

    [Test]
    public void A_password_instead_of_a_reading_breaks() =>
        new JournalBuilder().Counter("S1", "reading-wanted", 10, Outcome.Pending).Sent("S1", 10.2).Judge<BiometricReadingIsAttached>().Finding.Saw.ShouldBe("1 password asked for (5)");

    [Test]
    public void A_reading_that_is_not_attached_breaks() =>
        new JournalBuilder().Counter("S1", "reading-wanted", 10).Call("S1", "create-biometric-reading", 10.2, 201).Done("S1", 10.3, 422, "no verification is attached").Judge<BiometricReadingIsAttached>()
            .Finding.Saw.ShouldBe("complete-dispensation 7 was refused: no verification is attached");

    [Test]
    public void A_counter_without_a_device_concludes_nothing() =>
        new JournalBuilder().Counter("S1", "reading-wanted", 10, Outcome.Pending).Judge<BiometricReadingIsAttached>()
            .Reason.ShouldBe("dispensation.dispense (4) took no reading although the sponsor wants one: implement it, or declare the capability biometric as not used");

    private static JournalBuilder Late(Outcome second = Outcome.Succeeded) =>
        new JournalBuilder().Counter("S1", "expired-password", 10, Outcome.Pending).Sent("S1", 10.1, expires: 3).Counter("S1", null, 20, second);
}

internal static class CounterTraffic
{
    extension(JournalBuilder journal)
    {
        /// <summary>The clerk is at it; for the first time where there is a purpose.</summary>
        public JournalBuilder Counter(string stimulus, string? purpose, double at, Outcome outcome = Outcome.Succeeded, string call = "complete-dispensation", string operation = "dispensation.dispense") =>
            (purpose is null ? journal : journal.Stimulus(stimulus, purpose, at - 1, data: [("call", call), ("operation", operation)]))
            .Operation(stimulus, operation, at, outcome, outcome == Outcome.Succeeded ? null : "told");

        public JournalBuilder Wanted(string stimulus, double at) => journal.Call(stimulus, "start-dispensation", at, 201, answer: """{"verification_required":"OTP"}""");

        public JournalBuilder Sent(string stimulus, double at, string otp = "otp-1", int expires = 300) =>
            journal.Call(stimulus, "send-otp", at, 201, answer: $$"""{"otp_id":"{{otp}}","expires_in":{{expires}}}""");

        public JournalBuilder Tried(string stimulus, double at, int status = 200, string otp = "otp-1") =>
            journal.Call(stimulus, "validate-otp", at, status, sent: $$"""{"otp_id":"{{otp}}"}""");

        public JournalBuilder Done(string stimulus, double at, int status = 200, string? refused = null) => journal.Call(stimulus, "complete-dispensation", at, status, refused: refused);
    }
}
