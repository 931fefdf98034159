using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>That switches about tokens and credentials do what their names say.</summary>
internal sealed class SwitchCredentialTests
{
    private const string Own = "Basic Y2xpbmljLTE6czNjcmV0LW9mLXRoZS1jbGluaWM=";

    private static readonly object Settlement = new { settlement_id = "stl_1" };

    [TestCase("SecretRepeatedInTheForm", "POST /v1/oauth/token", "grant_type=client_credentials&client_id=clinic-1&client_secret=s3cret-of-the-clinic")]
    [TestCase("SecretInTheTokenUrl", "POST /v1/oauth/token?client_id=clinic-1&client_secret=s3cret-of-the-clinic", "grant_type=client_credentials")]
    [TestCase("TokenFetchedByTheBrowser", "POST /v1/oauth/token", "grant_type=client_credentials")]
    [TestCase("HeadersOfAServersideFetch", "POST /v1/oauth/token", "grant_type=client_credentials")]
    public async Task A_token_is_asked_for_with(string name, string line, string body)
    {
        var provider = Provider();
        provider.On(line, _ => PretendProvider.Answer(200, """{"access_token":"token-1","expires_in":3600}"""));
        await using var clinic = new TestClinic(provider, switches: name);

        (await clinic.DoAsync("settlement.status", Settlement)).Word.ShouldBe(Outcome.Succeeded);

        var asked = provider.Calls.Single(call => call.Line.Contains("oauth", StringComparison.Ordinal));
        (asked.Line, asked.Body, asked.Authorization).ShouldBe((line, body, Own));
    }

    [Test]
    public async Task Credentials_wait_for_the_challenge()
    {
        var provider = Provider();
        provider.On("POST /v1/oauth/token", call => call.Authorization is null ? PretendProvider.Answer(401) : PretendProvider.Answer(200, """{"access_token":"token-1","expires_in":3600}"""));
        await using var clinic = new TestClinic(provider, switches: "WaitsForTheChallenge");

        (await clinic.DoAsync("settlement.status", Settlement)).Word.ShouldBe(Outcome.Succeeded);

        provider.Calls.Where(call => call.Line == "POST /v1/oauth/token").Select(call => call.Authorization).ShouldBe([null, Own]);
    }

    [Test]
    public async Task Another_pair_is_tried_once_and_before_the_own()
    {
        var provider = Provider();
        provider.On("POST /v1/oauth/token", call => call.Authorization == Own ? PretendProvider.Answer(200, """{"access_token":"token-1","expires_in":3600}""") : PretendProvider.Answer(401));
        await using var clinic = new TestClinic(provider, switches: "OtherEnvironmentsPairTriedFirst");

        (await clinic.DoAsync("settlement.status", Settlement)).Word.ShouldBe(Outcome.Succeeded);

        provider.Calls.Where(call => call.Line == "POST /v1/oauth/token").Select(call => call.Authorization == Own).ShouldBe([false, true]);
    }

    [TestCase("OldTokenForSettlements", "Bearer 9c2f6a1e-0b7d-4f35-8e64-d21c7f90ab38")]
    [TestCase("TokenKeptInAFile", "Bearer f1d7c0a2-5b3e-4e8f-9a61-7c02d4e8b935")]
    public async Task A_token_of_elsewhere_is_tried_first(string name, string first)
    {
        var provider = Provider();
        provider.On("GET /v3/settlements/stl_1", call => call.Authorization == first ? PretendProvider.Answer(401) : PretendProvider.Answer(200, """{"settlement_id":"stl_1","status":"OPEN"}"""));
        await using var clinic = new TestClinic(provider, switches: name);

        (await clinic.DoAsync("settlement.status", Settlement)).Word.ShouldBe(Outcome.Succeeded);

        provider.Calls.Where(call => call.Line.StartsWith("GET", StringComparison.Ordinal)).Select(call => call.Authorization).ShouldBe([first, "Bearer token-1"]);
    }

    [TestCase("EveryRefusedCallFetchesItsOwnToken", 4)]
    [TestCase("ThrowsAwayTheNewerToken", 4)]
    [TestCase("RefusedCallShownAsTaken", 3)]
    public async Task Three_refused_calls_cost_so_many_tokens(string name, int tokens)
    {
        var provider = new PretendProvider();
        provider.On("GET /v3/settlements/stl_1", _ => PretendProvider.Answer(401));
        await using var clinic = new TestClinic(provider, new HandClock(), switches: name);

        for (var call = 0; call < 3; call++)
        {
            await clinic.DoAsync("settlement.status", Settlement);
        }

        provider.TokensAsked.ShouldBe(tokens);
    }

    [Test]
    public async Task A_busy_token_endpoint_is_shown_as_work_under_way()
    {
        var provider = new PretendProvider();
        provider.On("POST /v1/oauth/token", _ => PretendProvider.Answer(429));
        await using var clinic = new TestClinic(provider, new HandClock(), switches: "BusyTokenEndpointShownAsPending");

        (await clinic.DoAsync("beneficiary.search", new { sponsor_slug = "s", fields = new { document_number = "1" } })).Word.ShouldBe(Outcome.Pending);
    }

    private static PretendProvider Provider()
    {
        var provider = new PretendProvider();
        provider.On("GET /v3/settlements/stl_1", """{"settlement_id":"stl_1","status":"OPEN"}""");
        return provider;
    }
}
