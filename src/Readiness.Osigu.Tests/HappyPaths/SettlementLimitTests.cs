using Readiness.Osigu.Checks.HappyPaths;

namespace Readiness.Osigu.Tests.HappyPaths;

/// <summary>Which calls belong to a settlement, and which claims count as listed and attached.</summary>
internal sealed class SettlementLimitTests
{
    [Test]
    public void Concludes_nothing_when_no_settlement_was_asked_for_or_none_was_seen()
    {
        new JournalBuilder().Judge<CompletedClaimsOfEveryPageAreDispatched>().Reason.ShouldBe("no settlement was asked for");
        new JournalBuilder().Judge<DispatchedIsNotShownAsPaid>().Reason.ShouldBe("no settlement was asked for");
        Asked().Judge<CompletedClaimsOfEveryPageAreDispatched>().Reason.ShouldBe("no call of the settlement reached the sandbox");
    }

    [Test]
    public void Any_of_its_calls_shows_that_the_settlement_was_tried()
    {
        Asked().Page(0, "C1", "C2", "C3").Judge<CompletedClaimsOfEveryPageAreDispatched>().ShouldBeOfType<Judgement.Failed>();
        Asked().Attach("C1").Judge<CompletedClaimsOfEveryPageAreDispatched>().ShouldBeOfType<Judgement.Failed>();
        Asked().Claim("C1", 1.1).Judge<CompletedClaimsOfEveryPageAreDispatched>().ShouldBeOfType<Judgement.Failed>();
    }

    [Test]
    public void Calls_before_and_after_the_settlement_that_name_nothing_of_it_are_other_works() =>
        Whole().Call(null, "attach-claims", 0.4, 422, refused: "other").Call(null, "attach-claims", 3.6, 422, refused: "other").Judge<CompletedClaimsOfEveryPageAreDispatched>().ShouldBeOfType<Judgement.Passed>();

    [TestCase(0.5)]
    [TestCase(3.5)]
    public void Calls_in_the_first_and_the_last_moment_of_the_settlement_are_its_own(double at) =>
        Whole().Call(null, "attach-claims", at, 422, refused: "other").Judge<CompletedClaimsOfEveryPageAreDispatched>().ShouldBeOfType<Judgement.Failed>();

    [Test]
    public void A_settlement_that_is_open_goes_on_to_the_end_of_the_journal() =>
        new JournalBuilder().Stimulus("S1", "settlement", 0.5).Operation("S1", "claim.submit", 1, outcome: null).Call(null, "attach-claims", 30, 409, refused: "it is OPEN").Judge<CompletedClaimsOfEveryPageAreDispatched>()
            .Finding.Saw.ShouldBe("attach-claims 5 answered 409: it is OPEN");

    [Test]
    public void The_verdict_rests_on_pages_attaches_and_the_dispatch() =>
        Whole().Judge<CompletedClaimsOfEveryPageAreDispatched>().Evidence.ShouldBe([4, 10, 11, 13, 15, 17, 20]);

    [Test]
    public void A_claim_that_is_attached_before_its_own_completion_breaks()
    {
        var finding = Asked().Claim("C1", 1.1).Claim("C2", 1.2).Completion("C2", 1.3).Page(0, "C1", "C2", "C3").Attach("C1", "C2", "C3").Completion("C1", 2.3).Dispatched()
            .Judge<CompletedClaimsOfEveryPageAreDispatched>().Finding;
        finding.Saw.ShouldBe("attached by 15, completed by 17");
        finding.Exchanges.ShouldBe([15, 17]);
    }

    [Test]
    public void A_claim_that_is_attached_as_an_object_is_known_by_its_claim_id() =>
        Asked().Claim("C1", 1.1).Page(0, "C1", "C2", "C3").AttachBody("""{"authorizations":[{"authorization_id":"AC1","claim_id":"C1"}]}""").Judge<CompletedClaimsOfEveryPageAreDispatched>().AllSeen
            .ShouldContain("attached by 11, never completed");

    [Test]
    public void A_listed_authorization_without_a_claim_is_named_by_its_identifier() =>
        Whole().Call(null, "list-pending-claims", 2.15, answer: """{"content":[{"authorization_id":"A7"}],"page":{"number":1,"total_pages":2,"total_elements":4}}""", lasts: 0, method: "GET")
            .Judge<CompletedClaimsOfEveryPageAreDispatched>().Finding.Saw.ShouldBe("1 of 4 not attached: A7");

    [Test]
    public void A_claim_whose_completion_was_refused_is_shown_with_both_calls() =>
        Asked().Claim("C1", 1.1).Completion("C1", 1.2, 422).Page(0, "C2", "C3", "C4").Attach("C2", "C3", "C4").Dispatched().Judge<CompletedClaimsOfEveryPageAreDispatched>().Finding.Exchanges.ShouldBe([5, 7]);

    [Test]
    public void Pages_of_a_list_that_shrinks_while_it_is_read_must_hold_its_largest_total() =>
        Done().List(0, 3, 2, "C1", "C2").List(0, 2, 1, "C1", "C2").Attach("C1", "C2").Dispatched().Judge<CompletedClaimsOfEveryPageAreDispatched>().Finding.Saw
            .ShouldBe("page 0 of 2, with 2 claims (exchanges 11, 13)");

    [Test]
    public void Reading_the_first_page_until_it_is_empty_is_right() =>
        Done().List(0, 3, 2, "C1", "C2").List(0, 1, 1, "C3").List(0, 0, 0).Attach("C1", "C2", "C3").Dispatched().Judge<CompletedClaimsOfEveryPageAreDispatched>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_pages_that_were_read_are_told_in_order() =>
        Done().List(1, 4, 3, "C2").List(0, 4, 3, "C1").Attach("C1", "C2").Dispatched().Judge<CompletedClaimsOfEveryPageAreDispatched>().Finding.Saw
            .ShouldBe("page 0, 1 of 3, with 2 claims (exchanges 11, 13)");

    [Test]
    public void Attaching_without_a_list_is_one_finding() =>
        Done().Attach("C1").Dispatched().Judge<CompletedClaimsOfEveryPageAreDispatched>().Finding.Saw.ShouldBe("no list-pending-claims that was answered 2xx");

    [Test]
    public void A_dispatch_that_was_refused_is_told() =>
        Done().Page(0, "C1", "C2", "C3").Attach("C1", "C2", "C3").Call(null, "dispatch-settlement", 2.4, 422).Judge<CompletedClaimsOfEveryPageAreDispatched>().Finding.Saw.ShouldBe("dispatch-settlement 15 answered 422");

    [Test]
    public void A_settlement_that_the_provider_calls_paid_may_be_shown_as_paid() =>
        Asked("PAID", "sent").Call(null, "dispatch-settlement", 2.4, answer: """{"status":"SUBMITTED"}""").Call(null, "read-settlement", 3.49, answer: """{"status":"PAID"}""").Judge<DispatchedIsNotShownAsPaid>()
            .Saw.ShouldBe("the provider says SUBMITTED; settlement.dispatch (6) shows sent; settlement.status (10) shows PAID");

    [Test]
    public void A_settlement_without_a_status_concludes_nothing() =>
        Asked().Dispatched().Judge<DispatchedIsNotShownAsPaid>().Reason.ShouldBe("neither settlement.dispatch nor settlement.status shows a status");

    [Test]
    public void The_verdict_on_the_status_rests_on_the_providers_answers() =>
        Asked("sent", "sent").Dispatched().Call(null, "read-settlement", 3.1, answer: """{"status":"SUBMITTED"}""").Judge<DispatchedIsNotShownAsPaid>().Evidence.ShouldBe([6, 7, 10, 11]);

    private static JournalBuilder Whole() => Done().Page(0, "C1", "C2", "C3").Attach("C1", "C2").Attach("C3").Dispatched();

    // One claim, created and completed.
    private static JournalBuilder Done() => Asked().Claim("C1", 1.1).Completion("C1", 1.2);

    private static JournalBuilder Asked(string? status = null, string? dispatched = null) => new JournalBuilder().Stimulus("S1", "settlement", 0.5)
        .Operation("S1", "claim.submit", 1)
        .Operation("S1", "settlement.dispatch", 2, result: dispatched is null ? "{}" : $$"""{"status":"{{dispatched}}"}""")
        .Operation("S1", "settlement.status", 3, result: status is null ? "{}" : $$"""{"status":"{{status}}"}""");
}

file static class ClaimsOfASettlement
{
    extension(JournalBuilder journal)
    {
        public JournalBuilder Claim(string id, double at) => journal.Call("S1", "create-claim", at, 201, answer: $$"""{"claim_id":"{{id}}","status":"OPEN"}""");

        public JournalBuilder Completion(string id, double at, int status = 200) => journal.Call("S1", "complete-claim", at, status, target: $"/arc/v1/outpatient-care-claim/{id}/complete");

        public JournalBuilder List(int number, int claims, int pages, params string[] listed)
        {
            var content = string.Join(',', listed.Select(claim => $$"""{"claim_id":"{{claim}}"}"""));
            return journal.Call(null, "list-pending-claims", 2.1, answer: $$"""{"content":[{{content}}],"page":{"number":{{number}},"total_pages":{{pages}},"total_elements":{{claims}} } }""", lasts: 0, method: "GET");
        }
    }
}
