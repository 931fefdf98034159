using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>What is sent again, how often, and after how long.</summary>
internal sealed class RetryTests
{
    private static readonly object Read = new { settlement_id = "stl_1" };
    private static readonly object Code = new { code = "AUTH-1", beneficiary_id = "bnf_1" };
    private static readonly object ClaimForm = new
    {
        sponsor_slug = "acme", beneficiary_id = "bnf_1", diagnosis_code = "R51", line_items = new[] { new { product_code = "P", quantity = 1 } },
    };

    [Test]
    public async Task A_read_is_tried_four_times_with_growing_pauses_and_then_reported()
    {
        var clock = new HandClock();
        var provider = new PretendProvider();
        provider.On("GET /v3/settlements/stl_1", _ => PretendProvider.Answer(503));
        await using var clinic = new TestClinic(provider, clock);

        var outcome = await clinic.DoAsync("settlement.status", Read);

        (outcome.Word, outcome.Error!.Status).ShouldBe((Outcome.Failed, 503));
        outcome.Message.ShouldBe("The provider is out of order at the moment. Nothing was done; try again later.");
        provider.Asked.Count.ShouldBe(4);
        clock.Waits.Count.ShouldBe(3);
        clock.Waits.Sum(wait => wait.TotalSeconds).ShouldBeGreaterThan(0.3);
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(409)]
    [TestCase(422)]
    public async Task A_refusal_is_not_repeated(int status)
    {
        var provider = new PretendProvider();
        provider.On("GET /v3/settlements/stl_1", _ => PretendProvider.Answer(status));
        await using var clinic = new TestClinic(provider);

        (await clinic.DoAsync("settlement.status", Read)).Error!.Status.ShouldBe(status);

        provider.Asked.Count.ShouldBe(1);
    }

    [Test]
    public async Task The_time_that_the_provider_asks_for_is_kept_to_the_letter()
    {
        var clock = new HandClock();
        var provider = new PretendProvider();
        var asked = 0;
        provider.On("GET /v3/settlements/stl_1", _ => ++asked == 1 ? Wait(7) : PretendProvider.Answer(200, """{"settlement_id":"stl_1","status":"OPEN"}"""));
        await using var clinic = new TestClinic(provider, clock);

        (await clinic.DoAsync("settlement.status", Read)).Word.ShouldBe(Outcome.Succeeded);

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(7)]);
    }

    [Test]
    public async Task A_wait_that_is_too_long_for_a_clerk_is_reported_at_once()
    {
        var provider = new PretendProvider();
        provider.On("GET /v3/settlements/stl_1", _ => Wait(3600));
        await using var clinic = new TestClinic(provider);

        (await clinic.DoAsync("settlement.status", Read)).Message.ShouldBe("The provider is busy and asked to wait. Try again in a minute.");

        provider.Asked.Count.ShouldBe(1);
    }

    [Test]
    public async Task A_write_that_was_not_processed_is_repeated()
    {
        var provider = new PretendProvider();
        provider.On("POST /arc/v1/outpatient-care-claim", _ => PretendProvider.Answer(503));
        await using var clinic = new TestClinic(provider, new HandClock());

        (await clinic.DoAsync("claim.submit", ClaimForm)).Word.ShouldBe(Outcome.Failed);

        provider.Asked.Count.ShouldBe(4);
    }

    [TestCase(500)]
    [TestCase(502)]
    [TestCase(504)]
    public async Task A_write_that_may_have_happened_and_cannot_be_looked_up_is_unknown(int status)
    {
        var provider = new PretendProvider();
        provider.On("POST /arc/v1/outpatient-care-claim", _ => PretendProvider.Answer(status));
        await using var clinic = new TestClinic(provider, new HandClock());

        var outcome = await clinic.DoAsync("claim.submit", ClaimForm);

        (outcome.Word, outcome.Error!.Status).ShouldBe((Outcome.Unknown, status));
        provider.Asked.ShouldBe(["POST /arc/v1/outpatient-care-claim"]);
    }

    [Test]
    public async Task A_lost_start_that_happened_is_found_and_goes_on()
    {
        var provider = new PretendProvider();
        provider.On("POST /dispensing/v1/dispensations", CutOff);
        provider.On("GET /dispensing/v1/dispensations?code=AUTH-1", """{"content":[{"dispensation_id":"dsp_1","status":"STARTED","products":[]}]}""");
        provider.On("POST /dispensing/v1/dispensations/dsp_1/complete", """{"dispensation_id":"dsp_1","status":"COMPLETED"}""");
        await using var clinic = new TestClinic(provider, new HandClock());

        (await clinic.DoAsync("dispensation.dispense", Code)).Word.ShouldBe(Outcome.Succeeded);

        provider.Asked.ShouldBe([
            "POST /dispensing/v1/dispensations",
            "GET /dispensing/v1/dispensations?code=AUTH-1",
            "POST /dispensing/v1/dispensations/dsp_1/complete",
        ]);
    }

    [Test]
    public async Task A_lost_start_that_did_not_happen_is_repeated_once()
    {
        var provider = new PretendProvider();
        provider.On("POST /dispensing/v1/dispensations", CutOff);
        provider.On("GET /dispensing/v1/dispensations?code=AUTH-1", """{"content":[]}""");
        await using var clinic = new TestClinic(provider, new HandClock());

        (await clinic.DoAsync("dispensation.dispense", Code)).Word.ShouldBe(Outcome.Failed);

        provider.Asked.Count(line => line.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Test]
    public async Task A_lost_start_that_cannot_be_looked_up_is_unknown()
    {
        var provider = new PretendProvider();
        provider.On("POST /dispensing/v1/dispensations", CutOff);
        provider.On("GET /dispensing/v1/dispensations?code=AUTH-1", _ => PretendProvider.Answer(503));
        await using var clinic = new TestClinic(provider, new HandClock());

        var outcome = await clinic.DoAsync("dispensation.dispense", Code);

        outcome.Word.ShouldBe(Outcome.Unknown);
        outcome.Message.ShouldBe("The connection was lost, and it is not known whether this was done. Look it up before repeating it.");
    }

    private static HttpResponseMessage CutOff(PretendProvider.Call call) =>
        throw new HttpRequestException(HttpRequestError.ResponseEnded, $"cut off at {call.Line}");

    private static HttpResponseMessage Wait(int seconds)
    {
        var answer = PretendProvider.Answer(429);
        answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return answer;
    }
}
