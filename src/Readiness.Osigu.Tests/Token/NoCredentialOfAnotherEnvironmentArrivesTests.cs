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
