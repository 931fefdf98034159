using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Token;

internal sealed class NoCredentialOfAnotherEnvironmentArrivesTests
{
    private const string Foreign = "[0f1e2d3c4b, 36 chars]";

    [Test]
    public void Holds_when_every_credential_is_this_runs() =>
        Run().Judge<NoCredentialOfAnotherEnvironmentArrives>().Saw.ShouldBe("1 call and 1 token request, and every credential was this run's");

    [TestCase($"Basic {Foreign}:{Foreign}")]
    [TestCase($"Basic [client.id]:{Foreign}")]
    public void Another_pair_breaks(string authorization) =>
        Run().Token(3, 401, authorization: authorization, facts: []).Judge<NoCredentialOfAnotherEnvironmentArrives>()
            .Finding.Saw.ShouldBe("1 request (7) with credentials that this sandbox never issued");

    [Test]
    public void Another_pair_in_the_form_breaks() =>
        Run().Token(3, 401, authorization: "", body: $"grant_type=client_credentials&client_id={Foreign}&client_secret={Foreign}", facts: [])
            .Judge<NoCredentialOfAnotherEnvironmentArrives>().Finding.Saw.ShouldBe("1 request (7) with credentials that this sandbox never issued");

    [TestCase("Basic [0f1e2d3c4b, 0 chars]:[0f1e2d3c4b, 0 chars]")]
    [TestCase("Basic [0f1e2d3c4b, 7 chars]")]
    [TestCase("")]
    public void A_setting_that_is_missing_is_none_of_another_environment(string authorization) =>
        Run().Token(3, 401, authorization: authorization, facts: []).Judge<NoCredentialOfAnotherEnvironmentArrives>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_token_of_another_server_breaks_and_is_told_once() =>
        Run().Call("P1", "read-settlement", 3, 401, bearer: "unknown", state: "unknown", authorization: $"Bearer {Foreign}")
            .Call("P1", "read-settlement", 4, 401, bearer: "unknown", state: "unknown", authorization: $"Bearer {Foreign}")
            .Judge<NoCredentialOfAnotherEnvironmentArrives>().Finding.Saw.ShouldBe("2 calls (7, 9) with a token that this sandbox never issued");

    [Test]
    public void A_token_from_before_the_run_that_is_replaced_is_advice() =>
        Run(begins: 5).Call("P1", "subscribe", 3, 401, bearer: "unknown", state: "unknown", authorization: $"Bearer {Foreign}").Judge<NoCredentialOfAnotherEnvironmentArrives>()
            .Advice.ShouldBe(["1 call (6) came with a token from before the run, and with a new one afterwards"]);

    [Test]
    public void A_token_from_before_the_run_that_comes_again_later_breaks() =>
        Run(begins: 5).Call("P1", "subscribe", 3, 401, bearer: "unknown", state: "unknown", authorization: $"Bearer {Foreign}")
            .Call("P1", "subscribe", 6, 401, bearer: "unknown", state: "unknown", authorization: $"Bearer {Foreign}")
            .Judge<NoCredentialOfAnotherEnvironmentArrives>().Finding.Saw.ShouldBe("2 calls (6, 9) with a token that this sandbox never issued");

    [Test]
    public void A_word_that_is_no_token_is_another_items_business() =>
        Run().Call("P1", "subscribe", 3, 401, bearer: "unknown", state: "unknown", authorization: "Bearer [0f1e2d3c4b, 9 chars]")
            .Judge<NoCredentialOfAnotherEnvironmentArrives>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_shortest_text_that_may_be_a_token_breaks() =>
        Run().Call("P1", "subscribe", 3, 401, bearer: "unknown", state: "unknown", authorization: "Bearer [0f1e2d3c4b, 16 chars]")
            .Judge<NoCredentialOfAnotherEnvironmentArrives>().Finding.Saw.ShouldBe("1 call (7) with a token that this sandbox never issued");

    [Test]
    public void A_foreign_token_at_the_moment_at_which_the_run_begins_breaks() =>
        Run(begins: 5).Call("P1", "subscribe", 5, 401, bearer: "unknown", state: "unknown", authorization: $"Bearer {Foreign}")
            .Judge<NoCredentialOfAnotherEnvironmentArrives>().Finding.Saw.ShouldBe("1 call (7) with a token that this sandbox never issued");

    [Test]
    public void An_empty_field_is_a_setting_that_is_missing() =>
        Run().Token(3, 401, authorization: "", body: "grant_type=client_credentials&client_id=[0f1e2d3c4b, 0 chars]&client_secret=[0f1e2d3c4b, 0 chars]", facts: [])
            .Judge<NoCredentialOfAnotherEnvironmentArrives>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("client.id@header:Authorization@basic")]
    [TestCase("client.secret@header:Authorization@basic")]
    public void Half_of_the_credentials_is_no_sign_of_this_runs_own(string half) =>
        new JournalBuilder().Token(1, 401, facts: [half]).Call("P1", "search-beneficiary", 2).Judge<NoCredentialOfAnotherEnvironmentArrives>()
            .Reason.ShouldBe("0 token requests and 1 call came with this run's credentials; both are needed to tell that no others did");

    [Test]
    public void A_call_to_production_by_its_name_breaks() =>
        Run().Call("P1", "subscribe", 3, host: "API.osigu.com:443").Judge<NoCredentialOfAnotherEnvironmentArrives>().Finding.Saw.ShouldBe("1 request (7) to api.osigu.com");

    [Test]
    public void Another_name_of_the_sandbox_is_its_own_business() =>
        Run().Call("P1", "subscribe", 3, host: "tunnel.example").Judge<NoCredentialOfAnotherEnvironmentArrives>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_without_a_sign_of_this_runs_own() =>
        new JournalBuilder().Token(1).Judge<NoCredentialOfAnotherEnvironmentArrives>()
            .Reason.ShouldBe("1 token request and 0 calls came with this run's credentials; both are needed to tell that no others did");

    private static JournalBuilder Run(double begins = 0) => new JournalBuilder(begins: begins).Token(1).Call("P1", "search-beneficiary", 2);
}
