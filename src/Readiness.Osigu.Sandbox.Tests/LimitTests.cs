namespace Readiness.Osigu.Sandbox.Tests;

public sealed class LimitTests
{
    private static readonly OsiguOptions Enforced = new() { EnforceLimits = true, RetryAfter = RetryAfterForm.Seconds };

    [Test]
    public void A_run_counts_and_never_refuses()
    {
        using var client = new Client();

        for (var request = 1; request <= 10; request++)
        {
            client.Token().Must(200)["window.token.limit"].ShouldBe("");
        }

        var eleventh = client.Token().Must(200);
        eleventh["window.token"].ShouldBe("11");
        eleventh["window.token.limit"].ShouldBe("10");
    }

    [Test]
    public void Where_limits_are_enforced_the_eleventh_token_request_in_a_minute_is_refused()
    {
        using var client = new Client(Enforced);
        for (var request = 1; request <= 10; request++)
        {
            client.Token().Must(200);
        }

        client.Clock.Advance(TimeSpan.FromSeconds(20));
        var refused = client.Token().Must(429);

        refused["window.token"].ShouldBe("10");
        refused.Raw.Headers.Single(header => header.Name == "Retry-After").Value.ShouldBe("40");
    }

    [Test]
    public void The_window_slides_and_refused_requests_do_not_count()
    {
        using var client = new Client(Enforced);
        for (var request = 0; request < 10; request++)
        {
            client.Token().Must(200);
            client.Clock.Advance(TimeSpan.FromSeconds(3));
        }

        for (var again = 0; again < 5; again++)
        {
            client.Token().Must(429);
        }

        client.Clock.Advance(TimeSpan.FromSeconds(30));
        client.Token().Must(200)["window.token"].ShouldBe("10");
        client.Token().Must(429);
        client.Clock.Advance(TimeSpan.FromSeconds(3));
        client.Token().Must(200);
    }

    [Test]
    public void The_fifty_first_api_call_in_a_minute_is_refused()
    {
        using var client = new Client(Enforced);
        for (var call = 1; call <= 50; call++)
        {
            client.Get("/v1/sponsors").Must(200);
        }

        var refused = client.Get("/v1/sponsors").Must(429);
        refused.ErrorCode.ShouldBe("071-429");
        refused["window.general"].ShouldBe("50");
        client.Clock.Advance(TimeSpan.FromSeconds(60));
        client.Get("/v1/sponsors").Must(200);
    }

    [Test]
    public void Calls_that_fail_authentication_do_not_count()
    {
        using var client = new Client(Enforced);
        for (var call = 1; call <= 60; call++)
        {
            client.Send("GET", "/v1/sponsors", [], []).Must(401);
        }

        client.Get("/v1/sponsors").Must(200)["window.general"].ShouldBe("1");
    }

    [Test]
    public void Without_a_choice_a_refusal_says_nothing_about_when_to_come_back()
    {
        using var client = new Client(new OsiguOptions { EnforceLimits = true, TokenLimit = 1 });
        client.Token().Must(200);

        client.Token().Must(429).Raw.Headers.ShouldNotContain(header => header.Name == "Retry-After");
    }
}
