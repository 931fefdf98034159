using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>Getting, keeping, renewing and replacing the token.</summary>
internal sealed class TokenTests
{
    private static readonly object Settlement = new { settlement_id = "stl_1" };

    [Test]
    public async Task Eight_calls_at_once_ask_for_one_token()
    {
        var provider = Provider();
        var release = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        provider.On("POST /v1/oauth/token", _ => release.Task);
        await using var clinic = new TestClinic(provider);

        var calls = Enumerable.Range(0, 8).Select(_ => clinic.DoAsync("settlement.status", Settlement)).ToArray();
        release.SetResult(PretendProvider.Answer(200, """{"access_token":"shared","expires_in":3600}"""));
        await Task.WhenAll(calls);

        calls.ShouldAllBe(call => call.Result.Word == Outcome.Succeeded);
        provider.TokensAsked.ShouldBe(1);
        provider.Calls.Count(call => call.Authorization == "Bearer shared").ShouldBe(8);
    }

    [Test]
    public async Task Credentials_travel_in_the_basic_header_only()
    {
        var provider = Provider();
        await using var clinic = new TestClinic(provider);

        await clinic.DoAsync("settlement.status", Settlement);

        var asked = provider.Calls.Single(call => call.Line == "POST /v1/oauth/token");
        (asked.Body, asked.Authorization).ShouldBe(("grant_type=client_credentials", "Basic Y2xpbmljLTE6czNjcmV0LW9mLXRoZS1jbGluaWM="));
    }

    [TestCase(3600, 3000)]
    [TestCase(86399, 85799)]
    [TestCase(420, 350)]
    public void A_token_is_renewed_ten_minutes_early_and_sooner_if_it_lives_shorter(int life, int renewed) =>
        new TenMinutesBeforeExpiry().RenewAfter(TimeSpan.FromSeconds(life)).ShouldBe(TimeSpan.FromSeconds(renewed));

    [Test]
    public async Task A_refused_token_is_replaced_and_the_call_repeated_once()
    {
        var provider = Provider();
        provider.On("GET /v3/settlements/stl_1", call => call.Authorization == "Bearer token-1"
            ? PretendProvider.Answer(401)
            : PretendProvider.Answer(200, """{"settlement_id":"stl_1","status":"OPEN"}"""));
        await using var clinic = new TestClinic(provider);

        var outcome = await clinic.DoAsync("settlement.status", Settlement);

        outcome.Word.ShouldBe(Outcome.Succeeded);
        provider.Calls.Where(call => call.Line.StartsWith("GET", StringComparison.Ordinal)).Select(call => call.Authorization)
            .ShouldBe(["Bearer token-1", "Bearer token-2"]);
    }

    [Test]
    public async Task A_new_token_that_is_refused_as_well_ends_the_matter()
    {
        var provider = Provider();
        provider.On("GET /v3/settlements/stl_1", _ => PretendProvider.Answer(401));
        await using var clinic = new TestClinic(provider);

        var outcome = await clinic.DoAsync("settlement.status", Settlement);

        outcome.Message.ShouldBe("The provider did not accept this clinic's credentials. Tell the administrator.");
        (provider.Asked.Count, provider.TokensAsked).ShouldBe((2, 2));
    }

    [Test]
    public async Task A_short_wait_at_the_token_endpoint_is_waited_for()
    {
        var clock = new HandClock();
        var provider = Provider();
        var asked = 0;
        provider.On("POST /v1/oauth/token", _ => ++asked == 1 ? Limited(2) : PretendProvider.Answer(200, """{"access_token":"late","expires_in":3600}"""));
        await using var clinic = new TestClinic(provider, clock);

        (await clinic.DoAsync("settlement.status", Settlement)).Word.ShouldBe(Outcome.Succeeded);

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(2)]);
    }

    [Test]
    public async Task A_long_wait_is_told_at_once_and_the_endpoint_is_left_alone_until_then()
    {
        var clock = new HandClock();
        var provider = Provider();
        provider.On("POST /v1/oauth/token", _ => Limited(60));
        await using var clinic = new TestClinic(provider, clock);

        var first = await clinic.DoAsync("settlement.status", Settlement);
        await clinic.DoAsync("settlement.status", Settlement);
        provider.TokensAsked.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(61));
        await clinic.DoAsync("settlement.status", Settlement);

        first.Message.ShouldBe("The provider is busy and asked to wait. Try again in a minute.");
        provider.TokensAsked.ShouldBe(2);
    }

    [Test]
    public async Task A_token_that_is_still_valid_serves_on_while_it_cannot_be_renewed()
    {
        var clock = new HandClock();
        var provider = Provider();
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var clinic = new TestClinic(provider, clock);
        await clinic.DoAsync("settlement.status", Settlement);
        provider.On("POST /v1/oauth/token", _ =>
        {
            failed.TrySetResult();
            return Limited(600);
        });

        clock.Advance(TimeSpan.FromMinutes(51));
        var outcome = await clinic.DoAsync("settlement.status", Settlement);
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);

        outcome.Word.ShouldBe(Outcome.Succeeded);
        (await clinic.DoAsync("settlement.status", Settlement)).Word.ShouldBe(Outcome.Succeeded);
    }

    private static PretendProvider Provider()
    {
        var provider = new PretendProvider();
        provider.On("GET /v3/settlements/stl_1", """{"settlement_id":"stl_1","status":"OPEN"}""");
        return provider;
    }

    private static HttpResponseMessage Limited(int seconds)
    {
        var answer = PretendProvider.Answer(429);
        answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return answer;
    }
}
