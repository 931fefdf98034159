using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

internal sealed class CredentialsTravelInTheBasicHeaderOnlyTests
{
    [Test]
    public void Holds_when_id_and_secret_stand_in_the_Basic_header_and_nowhere_else() =>
        Run().Call("P1", "search-beneficiary", 2).Delivery("P1", "evt_1", 3).Operation("P1", "beneficiary.search", 2).Judge<CredentialsTravelInTheBasicHeaderOnly>()
            .Saw.ShouldBe("1 token request with the credentials in the Basic header; neither they nor a token stood anywhere else in 1 call, 1 webhook answer and 1 answered operation");

    [Test]
    public void A_request_without_credentials_before_the_challenge_holds() =>
        Run().Token(0.5, 401, authorization: "", facts: []).Judge<CredentialsTravelInTheBasicHeaderOnly>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("client.secret@body:client_secret", "client_secret in the body")]
    [TestCase("client.id@body:client_id", "client_id in the body")]
    [TestCase("client.secret@query:client_secret", "client_secret in the URL")]
    [TestCase("client.secret@header:X-Api-Key", "client_secret in the header X-Api-Key")]
    [TestCase("client.secret@header:Authorization", "client_secret in the header Authorization")]
    public void Credentials_elsewhere_in_a_token_request_break(string fact, string words)
    {
        var finding = Run().Token(2, facts: [.. JournalBuilder.OwnCredentials, fact]).Judge<CredentialsTravelInTheBasicHeaderOnly>().Finding;

        finding.Expected.ShouldBe("client_id and client_secret in the Basic header of a token request, and nowhere else in it");
        finding.Saw.ShouldBe($"1 token request (5) with {words}");
        finding.Exchanges.ShouldBe([5]);
    }

    [Test]
    public void The_client_id_is_no_secret_in_a_header() =>
        Run().Token(2, facts: [.. JournalBuilder.OwnCredentials, "client.id@header:X-Client"]).Judge<CredentialsTravelInTheBasicHeaderOnly>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("client.secret@header:X-Client-Secret", "client_secret in the header X-Client-Secret")]
    [TestCase("client.secret@body:/secret", "client_secret in the body")]
    [TestCase("client.secret@path", "client_secret in the URL")]
    public void The_secret_in_a_call_breaks(string fact, string words) =>
        Run().Call("P1", "search-beneficiary", 2, facts: fact).Judge<CredentialsTravelInTheBasicHeaderOnly>().Finding.Saw.ShouldBe($"1 call (5) with {words}");

    [TestCase("token-1@query:access_token", "an access token in the URL")]
    [TestCase("token-1@body:/token", "an access token in the body")]
    public void An_access_token_outside_the_header_breaks(string fact, string words) =>
        Run().Call("P1", "sponsor-forms", 2, facts: fact).Judge<CredentialsTravelInTheBasicHeaderOnly>().Finding.Saw.ShouldBe($"1 request (5) with {words}");

    [Test]
    public void A_token_that_is_revoked_by_its_owner_may_stand_in_the_body_of_that() =>
        Run().Call(null, "", 2, 404, facts: "token-1@body:token").Judge<CredentialsTravelInTheBasicHeaderOnly>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_token_request_of_a_browser_breaks() =>
        Run().Token(2, headers: ("Origin", "[ab, 20 chars]")).Judge<CredentialsTravelInTheBasicHeaderOnly>()
            .Finding.Saw.ShouldBe("1 token request (5) with the header Origin, as a browser sends it");

    [Test]
    public void Headers_of_a_fetch_on_a_server_hold() =>
        Run().Token(2, headers: ("Sec-Fetch-Mode", "[ab, 4 chars]")).Judge<CredentialsTravelInTheBasicHeaderOnly>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_secret_in_an_answer_breaks()
    {
        Run().Operation("P1", "beneficiary.search", 2, Outcome.Failed, "no", facts: "client.secret@message").Judge<CredentialsTravelInTheBasicHeaderOnly>()
            .Finding.Saw.ShouldBe("the answer to beneficiary.search (5) with client_secret in the message");
        Run().Delivery("P1", "evt_1", 2, 500, facts: "token-1@body").Judge<CredentialsTravelInTheBasicHeaderOnly>()
            .Finding.Saw.ShouldBe("the answer to a webhook (5) with an access token in the body");
    }

    [Test]
    public void Concludes_nothing_without_a_token_request_of_this_run() =>
        new JournalBuilder().Call("P1", "search-beneficiary", 2).Judge<CredentialsTravelInTheBasicHeaderOnly>()
            .Reason.ShouldBe("no token request came with this run's credentials in its Basic header, so that nothing shows where they travel");

    [TestCase("client.id@header:Authorization@basic")]
    [TestCase("client.secret@header:Authorization@basic")]
    public void Half_of_the_credentials_is_no_sign_of_this_runs_own(string half) =>
        new JournalBuilder().Token(1, 401, facts: [half]).Judge<CredentialsTravelInTheBasicHeaderOnly>()
            .Reason.ShouldBe("no token request came with this run's credentials in its Basic header, so that nothing shows where they travel");

    [Test]
    public void Two_pages_in_a_browser_break_each_by_its_own_header() =>
        Run().Token(2, headers: ("Origin", "[ab, 20 chars]")).Token(3, headers: ("Referer", "[ab, 20 chars]")).Judge<CredentialsTravelInTheBasicHeaderOnly>()
            .Finding.Saw.ShouldBe("2 token requests (5, 7) with the header Origin, Referer, as a browser sends it");

    [Test]
    public void What_is_not_answered_yet_carries_nothing()
    {
        var verdict = Run().Delivery("P1", "evt_1", 3, status: null).Operation("P1", "beneficiary.search", 2, outcome: null).Judge<CredentialsTravelInTheBasicHeaderOnly>();
        verdict.ShouldBeOfType<Judgement.Passed>();
        verdict.Evidence.ShouldBe([3]);
    }

    private static JournalBuilder Run() => new JournalBuilder().Token(1);
}
