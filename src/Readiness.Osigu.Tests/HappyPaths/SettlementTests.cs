using Readiness.Osigu.Checks.HappyPaths;

namespace Readiness.Osigu.Tests.HappyPaths;

internal sealed class SettlementTests
{
    [Test]
    public void Holds_when_all_pages_are_attached_and_dispatched() =>
        Submitted().Page(0, "C1", "C2").Page(1, "C3").Attach("C1", "C2").Attach("C3").Dispatched().Judge<CompletedClaimsOfEveryPageAreDispatched>()
            .Saw.ShouldBe("3 claims listed on 2 pages, all attached and dispatched (exchange 19)");

    [Test]
    public void Holds_with_one_large_page_and_objects_in_the_list() =>
        Submitted().Page(0, "C1", "C2", "C3").AttachBody("""{"authorizations":[{"claim_id":"C1"},{"authorization_id":"AC2"},{"claim_id":"C3"}]}""").Dispatched()
            .Judge<CompletedClaimsOfEveryPageAreDispatched>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_only_the_first_page_is_read() =>
        Submitted().Page(0, "C1", "C2").Attach("C1", "C2").Dispatched().Judge<CompletedClaimsOfEveryPageAreDispatched>()
            .Finding.Saw.ShouldBe("page 0 of 2, with 2 claims (exchanges 11)");

    [Test]
    public void Breaks_when_a_listed_claim_is_left_out_or_another_is_put_in() =>
        Submitted().Page(0, "C1", "C2").Page(1, "C3").Attach("C1", "C2", "C9").Dispatched().Judge<CompletedClaimsOfEveryPageAreDispatched>().AllSeen.ShouldBe(
        [
            "1 of 3 not attached: C3",
            "attached without being listed: C9",
        ]);

    [Test]
    public void Breaks_when_an_open_claim_is_attached() =>
        Submitted(completed: false).Page(0, "C1", "C2", "C3").AttachBody("""{"authorizations":["C1"]}""", 422, "C1 is OPEN").Dispatched()
            .Judge<CompletedClaimsOfEveryPageAreDispatched>().AllSeen.ShouldBe(
            [
                "attached by 11, never completed",
                "attach-claims 11 answered 422: C1 is OPEN",
                "1 create-claim and no complete-claim that was answered 2xx",
                "3 of 3 not attached: C1, C2, C3",
            ]);

    [Test]
    public void Breaks_without_a_dispatch() =>
        Submitted().Page(0, "C1", "C2", "C3").Attach("C1", "C2", "C3").Judge<CompletedClaimsOfEveryPageAreDispatched>().Finding.Saw.ShouldBe("no dispatch-settlement");

    [Test]
    public void Concludes_nothing_without_the_operation() =>
        new JournalBuilder().Stimulus("S1", "settlement").Operation("S1", "claim.submit", 1, Outcome.Unsupported).Judge<CompletedClaimsOfEveryPageAreDispatched>()
            .Reason.ShouldBe("the integration does not offer claim.submit (4): implement it, or, where one of the capabilities in docs/configuration.md covers it, declare that as not used; settlement.dispatch was not asked for; settlement.status was not asked for");

    [Test]
    public void A_dispatched_settlement_may_be_shown_as_sent() =>
        Submitted(status: "sent").Dispatched().Judge<DispatchedIsNotShownAsPaid>()
            .Saw.ShouldBe("the provider says SUBMITTED; settlement.dispatch (10) shows sent; settlement.status (14) shows sent");

    [Test]
    public void A_dispatched_settlement_shown_as_paid_breaks() =>
        Submitted(status: "Paid").Dispatched().Judge<DispatchedIsNotShownAsPaid>().AllSeen.ShouldBe(
        [
            "settlement.dispatch (10) shows Paid, the provider says SUBMITTED (11)",
            "settlement.status (14) shows Paid, the provider says SUBMITTED (11)",
        ]);

    [Test]
    public void Without_a_dispatch_the_status_concludes_nothing() => Submitted().Judge<DispatchedIsNotShownAsPaid>().Reason.ShouldBe("the settlement was not dispatched");

    private static JournalBuilder Submitted(bool completed = true, string status = "SUBMITTED")
    {
        var result = $$"""{"status":"{{status}}"}""";
        var journal = new JournalBuilder().Stimulus("S1", "settlement").Operation("S1", "claim.submit", 1)
            .Call("S1", "create-claim", 1.1, 201, answer: """{"claim_id":"C1","status":"OPEN"}""")
            .Operation("S1", "settlement.dispatch", 2, result: result)
            .Operation("S1", "settlement.status", 3, result: result);
        return completed ? journal.Call("S1", "complete-claim", 1.2, target: "/arc/v1/outpatient-care-claim/C1/complete") : journal;
    }
}

internal static class SettlementJournal
{
    extension(JournalBuilder journal)
    {
        /// <summary>A page of the list; three claims pend, two on a page of the usual size.</summary>
        public JournalBuilder Page(int number, params string[] claims)
        {
            var content = string.Join(',', claims.Select(claim => $$"""{"claim_id":"{{claim}}","authorization_id":"A{{claim}}"}"""));
            var answer = $$"""{"content":[{{content}}],"page":{"number":{{number}},"total_pages":{{(claims.Length == 3 ? 1 : 2)}},"total_elements":3},"links":[]}""";
            return journal.Call(null, "list-pending-claims", 2.1, answer: answer, lasts: 0, method: "GET", target: $"/v3/settlements/B/pending-authorizations?page={number}");
        }

        public JournalBuilder Attach(params string[] claims) => journal.AttachBody($$"""{"authorizations":[{{string.Join(',', claims.Select(claim => $"\"{claim}\""))}}]}""");

        public JournalBuilder AttachBody(string body, int status = 200, string? refused = null) => journal.Call(null, "attach-claims", 2.2, status, sent: body, lasts: 0, refused: refused);

        public JournalBuilder Dispatched() => journal.Call(null, "dispatch-settlement", 2.4, answer: """{"status":"SUBMITTED"}""");
    }
}
