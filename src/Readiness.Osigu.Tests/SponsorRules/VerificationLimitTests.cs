using Readiness.Osigu.Checks.SponsorRules;
using Readiness.Osigu.Tests.SadPaths;

namespace Readiness.Osigu.Tests.SponsorRules;

/// <summary>Which calls belong to one person's verification, when nothing can be concluded of it, and what the verdicts rest on.</summary>
internal sealed class VerificationLimitTests
{
    [Test]
    public void Without_a_stimulus_there_is_nothing_to_judge()
    {
        new JournalBuilder().Judge<BiometricReadingIsAttached>().Reason.ShouldBe("nothing was asked for that needs a biometric reading");
        new JournalBuilder().Judge<ExpiredPasswordIsReplaced>().Reason.ShouldBe("no password was left until it was too old");
        new JournalBuilder().Judge<NothingIsCompletedUnverified>().Reason.ShouldBe("nothing was asked for that needs a password which nobody has");
    }

    [Test]
    public void The_verdicts_rest_on_the_calls_for_the_person()
    {
        new JournalBuilder().Counter("S1", "reading-wanted", 10).Call("S1", "create-biometric-reading", 10.2, 201).Done("S1", 10.3).Judge<BiometricReadingIsAttached>().Evidence.ShouldBe([4, 5, 7]);
        new JournalBuilder().Counter("S1", "no-verification", 10).Done("S1", 10.3).Counter("S2", "password-wanted", 20).Sent("S2", 20.1).Tried("S2", 20.2).Done("S2", 20.3)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().Evidence.ShouldBe([4, 5, 9, 10, 12, 14]);
        new JournalBuilder().Counter("S1", "not-verified", 10, Outcome.Pending).Wanted("S1", 10.1).Sent("S1", 10.2).Alive().Judge<NothingIsCompletedUnverified>().Evidence.ShouldBe([3, 6, 7, 9, 12]);
        Late().Sent("S1", 20.1, "otp-2").Tried("S1", 20.2, otp: "otp-2").Done("S1", 20.3).Judge<ExpiredPasswordIsReplaced>().Evidence.ShouldBe([4, 5, 8, 9, 11, 13]);
    }

    [Test]
    public void Failing_after_the_reading_was_taken_breaks() =>
        new JournalBuilder().Counter("S1", "reading-wanted", 10, Outcome.Failed).Call("S1", "create-biometric-reading", 10.2, 201).Judge<BiometricReadingIsAttached>()
            .Finding.Saw.ShouldBe("dispensation.dispense (4) ended as failed: \"told\"");

    [Test]
    public void Success_without_a_completion_breaks_also_where_a_reading_is_wanted() =>
        new JournalBuilder().Counter("S1", "reading-wanted", 10).Call("S1", "create-biometric-reading", 10.2, 201).Judge<BiometricReadingIsAttached>()
            .Finding.Saw.ShouldBe("dispensation.dispense (4) ended as succeeded, and no complete-dispensation went through");

    [Test]
    public void A_clerk_who_is_still_at_it_is_waited_for()
    {
        new JournalBuilder().Counter("S1", "reading-wanted", 10).Operation("S1", "dispensation.dispense", 9.5, outcome: null).Judge<BiometricReadingIsAttached>().ShouldBeOfType<Judgement.Undecided>();
        new JournalBuilder().Counter("S2", "password-wanted", 10).Operation("S2", "dispensation.dispense", 9.5, outcome: null).Sent("S2", 10.1).Tried("S2", 10.2)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().ShouldBeOfType<Judgement.Undecided>();
        new JournalBuilder().Counter("S1", "no-verification", 10, Outcome.Pending).Operation("S1", "dispensation.dispense", 12, outcome: null)
            .Counter("S2", "password-wanted", 20).Sent("S2", 20.1).Tried("S2", 20.2).Done("S2", 20.3).Judge<PersonIsVerifiedOnlyWhenAskedFor>().ShouldBeOfType<Judgement.Undecided>();
        Late(Outcome.Pending).Operation("S1", "dispensation.dispense", 22, outcome: null).Judge<ExpiredPasswordIsReplaced>().ShouldBeOfType<Judgement.Undecided>();
    }

    [TestCase(409)]
    [TestCase(503)]
    public void Success_breaks_where_the_completion_did_not_go_through(int status)
    {
        new JournalBuilder().Counter("S2", "password-wanted", 20).Sent("S2", 20.1).Tried("S2", 20.2).Done("S2", 20.3, status).Judge<PersonIsVerifiedOnlyWhenAskedFor>()
            .Finding.Saw.ShouldBe("dispensation.dispense (4) ended as succeeded, and no complete-dispensation went through");
        new JournalBuilder().Counter("S1", "reading-wanted", 10).Call("S1", "create-biometric-reading", 10.2, 201).Done("S1", 10.3, status).Judge<BiometricReadingIsAttached>()
            .Finding.Saw.ShouldBe("dispensation.dispense (4) ended as succeeded, and no complete-dispensation went through");
    }

    [Test]
    public void An_integration_that_died_is_not_convicted_of_what_it_did_not_send() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20, Outcome.Unanswered).Sent("S2", 20.1).Tried("S2", 20.2).Close(300).Judge<PersonIsVerifiedOnlyWhenAskedFor>()
            .Reason.ShouldBe("dispensation.dispense (4) was not answered, and no sign of life of the integration followed");

    [Test]
    public void A_person_of_whom_nothing_was_asked_and_who_got_nothing_concludes_nothing()
    {
        var asked = new JournalBuilder().Counter("S2", "password-wanted", 20).Sent("S2", 20.1).Tried("S2", 20.2).Done("S2", 20.3);
        asked.Counter("S1", "no-verification", 10).Judge<PersonIsVerifiedOnlyWhenAskedFor>().Reason.ShouldBe("no complete-dispensation went through for the person of whom no verification was asked");
        new JournalBuilder().Counter("S2", "password-wanted", 20).Sent("S2", 20.1).Tried("S2", 20.2).Done("S2", 20.3).Stimulus("S1", "no-verification", 10)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().Reason.ShouldBe("dispensation.dispense was not asked for");
    }

    [Test]
    public void Work_of_another_kind_for_the_same_person_allows_no_further_password() =>
        new JournalBuilder().Counter("S2", "password-wanted", 20).Operation("S2", "beneficiary.search", 19.5).Sent("S2", 20.1).Sent("S2", 20.15).Tried("S2", 20.2).Done("S2", 20.3)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().Finding.Saw.ShouldBe("2 passwords sent to one person (7, 9)");

    [TestCase(500)]
    [TestCase(200)]
    public void A_password_that_was_not_refused_is_not_replaced_without_asking(int status) =>
        new JournalBuilder().Counter("S2", "password-wanted", 20).Sent("S2", 20.01).Tried("S2", 20.03, status).Sent("S2", 20.05).Tried("S2", 20.2).Done("S2", 20.3)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().Finding.Saw.ShouldBe("2 passwords sent to one person (5, 9)");

    [TestCase(400)]
    [TestCase(499)]
    public void Any_4xx_to_a_password_makes_it_useless(int status) =>
        new JournalBuilder().Counter("S2", "password-wanted", 20).Sent("S2", 20.01).Tried("S2", 20.03, status).Sent("S2", 20.05).Tried("S2", 20.2).Done("S2", 20.3)
            .Judge<PersonIsVerifiedOnlyWhenAskedFor>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("""{"verification_required":null}""")]
    [TestCase("""{"verification_required":""}""")]
    public void A_start_that_asks_for_no_password_is_no_question(string answer) =>
        new JournalBuilder().Counter("S1", "not-verified", 10, Outcome.Failed).Call("S1", "start-dispensation", 10.1, 201, answer: answer).Alive().Judge<NothingIsCompletedUnverified>()
            .Reason.ShouldBe("dispensation.dispense (6) did not get as far as being asked for a password");

    [Test]
    public void Waiting_for_a_password_without_telling_breaks() =>
        new JournalBuilder().Stimulus("S1", "not-verified", 9).Operation("S1", "dispensation.dispense", 10, Outcome.Pending).Wanted("S1", 10.1).Alive().Judge<NothingIsCompletedUnverified>()
            .Finding.Saw.ShouldBe("dispensation.dispense (6) ended as pending without a message");

    [Test]
    public void A_completion_that_comes_later_is_watched_for() =>
        new JournalBuilder().Canary(1).Counter("S1", "not-verified", 10, Outcome.Pending).Wanted("S1", 10.1).Judge<NothingIsCompletedUnverified>()
            .ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(15.5));

    [Test]
    public void Passwords_on_and_on_break_also_where_one_has_run_out() =>
        Late().Sent("S1", 20.1, "otp-2").Sent("S1", 20.15, "otp-3").Tried("S1", 20.2, otp: "otp-3").Done("S1", 20.3).Judge<ExpiredPasswordIsReplaced>()
            .Finding.Saw.ShouldBe("3 passwords sent to one person (5, 9, 11)");

    [Test]
    public void A_clerk_who_came_back_too_late_concludes_nothing() =>
        Late(Outcome.Failed).Judge<ExpiredPasswordIsReplaced>().Reason.ShouldBe("nothing was completed after the first password was too old: dispensation.dispense (8) ended as failed");

    [Test]
    public void A_clerk_who_did_not_come_back_concludes_nothing() =>
        First().Note(OsiguNotes.PasswordOver, 14, ("stimulus", "S1")).Judge<ExpiredPasswordIsReplaced>().Reason.ShouldBe("nothing was completed after the first password was too old: nothing was asked for again");

    [Test]
    public void Another_persons_password_that_has_run_out_is_not_this_ones() =>
        First().Note(OsiguNotes.PasswordOver, 14, ("stimulus", "S9")).Judge<ExpiredPasswordIsReplaced>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(100.1));

    private static JournalBuilder First() => new JournalBuilder().Counter("S1", "expired-password", 10, Outcome.Pending).Sent("S1", 10.1, expires: 3);

    private static JournalBuilder Late(Outcome second = Outcome.Succeeded) => First().Counter("S1", null, 20, second);
}
