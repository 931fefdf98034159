using Readiness.Osigu.Checks.SponsorRules;

namespace Readiness.Osigu.Tests.SponsorRules;

internal sealed class ChangedRulesTests
{
    private const string Missing = "provider_branch_id is required";

    [Test]
    public void A_field_that_is_sent_after_the_change_holds() =>
        Changed().After("S2", 20, Outcome.Succeeded).Configuration(20.1).Request(20.2, stimulus: "S2").Judge<ChangedRulesAreFollowed>()
            .Saw.ShouldBe("provider_branch_id was sent 5.2 s after the sponsor began to want it (13)");

    [Test]
    public void A_refusal_that_puts_it_right_holds() =>
        Changed().After("S2", 20, Outcome.Succeeded).Request(20.1, 422, Missing, "S2").Configuration(20.2).Request(20.3, stimulus: "S2").Judge<ChangedRulesAreFollowed>()
            .ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Rules_that_were_read_and_not_followed_break() =>
        Changed().After("S2", 20, Outcome.Failed).Configuration(20.1).Request(20.2, 422, Missing, "S2").Judge<ChangedRulesAreFollowed>()
            .Finding.Saw.ShouldBe("request 13 was refused for provider_branch_id, although the configuration had just been read (11)");

    [Test]
    public void A_reading_by_other_work_does_not_convict_a_copy() =>
        Changed().Configuration(18).After("S2", 20, Outcome.Failed).Request(20.2, 422, Missing, "S2").Judge<ChangedRulesAreFollowed>().ShouldBeOfType<Judgement.Undecided>();

    [Test]
    public void A_reading_that_began_before_the_change_does_not_convict() =>
        Changed(at: 20.15).After("S2", 20, Outcome.Failed).Configuration(20.1).Request(20.2, 422, Missing, "S2").Judge<ChangedRulesAreFollowed>().ShouldBeOfType<Judgement.Undecided>();

    [Test]
    public void A_copy_is_given_time_until_the_end_of_the_run() =>
        Changed().After("S2", 20, Outcome.Failed).Request(20.2, 422, Missing, "S2").Judge<ChangedRulesAreFollowed>()
            .ShouldBeOfType<Judgement.Undecided>().WaitingFor.ShouldBe("another request to the sponsor that changed its rules, at the end of the run");

    [Test]
    public void A_copy_that_has_run_out_at_the_end_of_the_run_holds() =>
        Changed().After("S2", 20, Outcome.Failed).Request(20.2, 422, Missing, "S2").After("S3", 400, Outcome.Succeeded).Configuration(400.1).Request(400.2, stimulus: "S3").Judge<ChangedRulesAreFollowed>()
            .Saw.ShouldBe("provider_branch_id was sent 385.2 s after the sponsor began to want it (18)");

    [Test]
    public void A_copy_that_outlasts_the_run_is_not_convicted() =>
        Changed().After("S2", 20, Outcome.Failed).Request(20.2, 422, Missing, "S2").After("S3", 400, Outcome.Failed).Request(400.2, 422, Missing, "S3").Judge<ChangedRulesAreFollowed>()
            .Reason.ShouldBe("rules from before the change were still followed 385 s after it; whether a copy is kept for minutes, which is right, or for days does not show in this run");

    [Test]
    public void A_copy_that_is_older_than_an_hour_breaks() =>
        Changed().After("S2", 3700, Outcome.Failed).Request(3700.2, 422, Missing, "S2").Judge<ChangedRulesAreFollowed>()
            .Finding.Saw.ShouldBe("request 11 follows rules that had changed 3685.2 s before");

    [Test]
    public void A_refusal_that_is_shown_as_success_breaks() =>
        Changed().After("S2", 20, Outcome.Succeeded).Request(20.2, 422, Missing, "S2").Judge<ChangedRulesAreFollowed>()
            .Finding.Saw.ShouldBe("authorization.request (10) ended as succeeded");

    [Test]
    public void A_first_request_that_was_not_accepted_concludes_nothing() =>
        new JournalBuilder().Stimulus("S1", "rules-before", data: [("sponsor", "acme-1")]).Note(OsiguNotes.RulesChanged, 15, ("sponsor", "acme-1"), ("product_type", "LAB"), ("field", "provider_branch_id"))
            .After("S2", 20, Outcome.Succeeded).Request(20.2, stimulus: "S2").Judge<ChangedRulesAreFollowed>().Reason.ShouldBe("no request to this sponsor was accepted before it changed its rules");

    [Test]
    public void Nothing_asked_for_after_the_change_concludes_nothing() => Changed().Judge<ChangedRulesAreFollowed>().Reason.ShouldBe("no authorization was requested after the sponsor had changed its rules");

    [Test]
    public void Without_a_change_there_is_nothing_to_judge() => new JournalBuilder().Judge<ChangedRulesAreFollowed>().Reason.ShouldBe("no sponsor changed its rules");

    private static JournalBuilder Changed(double at = 15) =>
        new JournalBuilder().Stimulus("S1", "rules-before", data: [("sponsor", "acme-1")]).Operation("S1", "authorization.request", 10).Request(10.1)
            .Note(OsiguNotes.RulesChanged, at, ("sponsor", "acme-1"), ("product_type", "LAB"), ("field", "provider_branch_id"));
}

internal static class LaterRequests
{
    extension(JournalBuilder journal)
    {
        public JournalBuilder After(string stimulus, double at, Outcome outcome) =>
            journal.Stimulus(stimulus, "rules-after", data: [("sponsor", "acme-1")]).Operation(stimulus, "authorization.request", at, outcome, outcome == Outcome.Succeeded ? null : "a field is missing");
    }
}
