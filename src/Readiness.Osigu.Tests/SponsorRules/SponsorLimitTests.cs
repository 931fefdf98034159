using Readiness.Osigu.Checks.SponsorRules;
using Readiness.Osigu.Tests.SadPaths;

namespace Readiness.Osigu.Tests.SponsorRules;

/// <summary>Which requests and readings of a sponsor's rules decide, and what the verdicts rest on.</summary>
internal sealed class SponsorLimitTests
{
    private const string Missing = "provider_branch_id is required";

    [Test]
    public void A_request_that_was_refused_before_the_change_is_none_that_was_accepted() =>
        new JournalBuilder().Stimulus("S1", "rules-before", data: [("sponsor", "acme-1")]).Operation("S1", "authorization.request", 10, Outcome.Failed, "no").Request(10.1, 422, "another field is required").Change()
            .After("S2", 20, Outcome.Succeeded).Request(20.2, stimulus: "S2").Judge<ChangedRulesAreFollowed>().Reason.ShouldBe("no request to this sponsor was accepted before it changed its rules");

    [Test]
    public void A_request_that_was_accepted_only_after_the_change_says_nothing_of_the_rules_before() =>
        new JournalBuilder().Stimulus("S1", "rules-before", data: [("sponsor", "acme-1")]).Operation("S1", "authorization.request", 10).Request(16).Change()
            .After("S2", 20, Outcome.Succeeded).Request(20.2, stimulus: "S2").Judge<ChangedRulesAreFollowed>().Reason.ShouldBe("no request to this sponsor was accepted before it changed its rules");

    [Test]
    public void A_copy_that_is_an_hour_old_convicts_nobody() =>
        Changed().After("S2", 3614.9, Outcome.Failed).Request(3615, 422, Missing, "S2").Judge<ChangedRulesAreFollowed>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(105));

    [Test]
    public void Waiting_for_the_missing_field_without_telling_breaks() =>
        Changed().Stimulus("S2", "rules-after", data: [("sponsor", "acme-1")]).Operation("S2", "authorization.request", 20, Outcome.Pending).Request(20.2, 422, Missing, "S2").Judge<ChangedRulesAreFollowed>()
            .Finding.Saw.ShouldBe("authorization.request (10) ended as pending without a message");

    [Test]
    public void The_verdicts_rest_on_the_change_the_requests_and_the_reading()
    {
        Changed().After("S2", 20, Outcome.Succeeded).Request(20.2, stimulus: "S2").Judge<ChangedRulesAreFollowed>().Evidence.ShouldBe([9, 10, 11]);
        Asked().Configuration(10.1).Request(10.2).Judge<RequestCarriesTheSponsorsFields>().Evidence.ShouldBe([4, 5, 7]);
    }

    [Test]
    public void A_request_that_failed_for_another_reason_is_not_convicted_of_a_missing_field() =>
        Asked(Outcome.Failed).Configuration(10.1).Request(10.2, 503).Judge<RequestCarriesTheSponsorsFields>().Finding.Saw.ShouldBe("authorization.request (4) ended as failed: \"missing\"");

    [Test]
    public void Success_without_an_accepted_request_concludes_nothing() =>
        Asked().Configuration(10.1).Request(10.2, 503).Judge<RequestCarriesTheSponsorsFields>()
            .Reason.ShouldBe("no request to acme-1 was accepted, and none was refused for a field: 7 answered 503");

    [Test]
    public void A_type_that_has_no_other_word_is_its_own() =>
        Asked(type: "DENTAL").Configuration(10.1, type: "DENTAL").Request(10.2).Judge<RequestCarriesTheSponsorsFields>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_type_that_has_no_other_word_is_not_any() =>
        Asked(type: "DENTAL").Configuration(10.1, type: "LAB").Request(10.2).Judge<RequestCarriesTheSponsorsFields>().Finding.Saw.ShouldBe("request 7; the configuration was read for LAB (5)");

    [Test]
    public void A_refusal_that_carries_both_names_of_the_code_is_told_by_the_errors_own() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: """{"code":"UNPROCESSABLE","error_code":"071-104"}""").Alive().Judge<UnregisteredProductStopsTheOrder>()
            .Saw.ShouldBe("stopped after 422 (7), and the user was told: \"not registered\"");

    [Test]
    public void Another_refusal_is_told_with_what_the_provider_looked_at() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: """{"error_code":"071-422"}""", notes: [("looked", "the plan has ended")]).Alive().Judge<UnregisteredProductStopsTheOrder>()
            .Reason.ShouldBe("authorization.request (6) was not refused for its product: 7 answered 422 (the plan has ended)");

    [Test]
    public void An_order_after_the_first_of_two_registrations_holds() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: """{"error_code":"071-104"}""").Call("S1", "register-provider-product", 12, 201).Call("S1", "initiate-authorization", 13, 201)
            .Call("S1", "register-provider-product", 14, 201).Alive().Judge<UnregisteredProductStopsTheOrder>().ShouldBeOfType<Judgement.Passed>();

    private static JournalBuilder Order() =>
        new JournalBuilder().Stimulus("S1", "unregistered-product", data: [("call", "initiate-authorization"), ("operation", "authorization.request")])
            .Operation("S1", "authorization.request", 10, Outcome.Failed, "not registered", errorStatus: 422);

    private static JournalBuilder Changed() =>
        new JournalBuilder().Stimulus("S1", "rules-before", data: [("sponsor", "acme-1")]).Operation("S1", "authorization.request", 10).Request(10.1).Change();

    private static JournalBuilder Asked(Outcome outcome = Outcome.Succeeded, string type = "LAB") =>
        new JournalBuilder().Stimulus("S1", "new-sponsor", data: [("sponsor", "acme-1"), ("product_type", type), ("fields", "service_type_code authorization_type")])
            .Operation("S1", "authorization.request", 10, outcome, outcome == Outcome.Succeeded ? null : "missing");
}

internal static class RuleChanges
{
    public static JournalBuilder Change(this JournalBuilder journal) =>
        journal.Note(OsiguNotes.RulesChanged, 15, ("sponsor", "acme-1"), ("product_type", "LAB"), ("field", "provider_branch_id"));
}
