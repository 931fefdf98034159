namespace Readiness.Osigu.Sandbox.Tests;

public sealed class OptionsTests
{
    [Test]
    public void Nothing_said_means_the_documented_readings()
    {
        var options = OsiguOptions.Parse(new Dictionary<string, string>()).Options!;

        options.TokenLifetime.ShouldBe(TimeSpan.FromSeconds(3600));
        options.EnforceLimits.ShouldBeFalse();
        options.DecisionDelay.ShouldBe(TimeSpan.FromSeconds(30));
        options.WebhookRetryOn.ShouldBe(RetryTrigger.AnyButSuccess);
        options.Errors.ShouldBe(ErrorShape.ErrorCode);
    }

    [Test]
    public void Every_default_that_is_documented_is_the_default_in_force()
    {
        var defaults = OsiguOptions.Keys.ToDictionary(key => key.Key, key => key.Default);

        var written = OsiguOptions.Parse(defaults).Options!;

        var unset = new OsiguOptions();
        written.WebhookRetryDelays.ShouldBe(unset.WebhookRetryDelays);
        (written with { WebhookRetryDelays = unset.WebhookRetryDelays }).ShouldBe(unset);
    }

    [Test]
    public void Options_are_read_from_texts()
    {
        var options = OsiguOptions.Parse(new Dictionary<string, string>
        {
            ["token.lifetimeSeconds"] = "420",
            ["TOKEN.FORMAT"] = "opaque",
            ["ids.style"] = "integers",
            ["errors.shape"] = "monitor",
            ["limits.enforce"] = "true",
            ["limits.retryAfter"] = "date",
            ["settlements.delaySeconds"] = "60",
            ["authorizations.pendingIndicationStatus"] = "422",
            ["webhooks.retryDelaysSeconds"] = "5, 25, 125",
            ["webhooks.retryOn"] = "5xx",
            ["sponsors.asynchronous"] = "demo-insurer",
        }).Options!;

        options.TokenLifetime.ShouldBe(TimeSpan.FromMinutes(7));
        options.TokenFormat.ShouldBe(TokenFormat.Opaque);
        options.Ids.ShouldBe(IdStyle.Integers);
        options.Errors.ShouldBe(ErrorShape.Monitor);
        options.EnforceLimits.ShouldBeTrue();
        options.RetryAfter.ShouldBe(RetryAfterForm.Date);
        options.SettlementDelay.ShouldBe(TimeSpan.FromMinutes(1));
        options.PendingIndicationStatus.ShouldBe(422);
        options.WebhookRetryDelays.Select(delay => delay.TotalSeconds).ShouldBe([5, 25, 125]);
        options.WebhookRetryOn.ShouldBe(RetryTrigger.ServerErrorOrTimeout);
        options.AsynchronousSponsor.ShouldBe("demo-insurer");
    }

    [Test]
    public void Every_problem_is_told_with_what_may_stand_there()
    {
        var result = OsiguOptions.Parse(new Dictionary<string, string>
        {
            ["errors.shape"] = "xml",
            ["token.lifetimeSeconds"] = "0",
            ["authorizations.pendingIndicationStatus"] = "300",
            ["webhooks.retryDelaysSeconds"] = "60,soon",
            ["sponsors.synchronous"] = "Demo Insurer",
            ["token.life"] = "1",
        });

        result.Options.ShouldBeNull();
        result.Problems.Select(problem => (problem.Key, problem.Problem)).ShouldBe(
        [
            ("authorizations.pendingIndicationStatus", "'300' cannot be used"),
            ("errors.shape", "'xml' cannot be used"),
            ("sponsors.synchronous", "'Demo Insurer' cannot be used"),
            ("token.life", "no option of that name"),
            ("token.lifetimeSeconds", "'0' cannot be used"),
            ("webhooks.retryDelaysSeconds", "'60,soon' cannot be used"),
        ]);
        result.Problems[1].Expected.ShouldBe("error_code | code | monitor");
        result.Problems[4].Expected.ShouldBe("integer, 1 to 86400");
    }
}
