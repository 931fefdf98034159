using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>People whom a sponsor wants to be verified before something is completed.</summary>
internal sealed class VerificationTests
{
    private const string Complete = "POST /dispensing/v1/dispensations/dsp_1/complete";

    [Test]
    public async Task A_password_is_validated_and_its_token_is_attached()
    {
        await using var clinic = new TestClinic(Provider("\"OTP\""));

        var outcome = await clinic.DoAsync("dispensation.dispense", Dispense("123456"));

        outcome.Word.ShouldBe(Outcome.Succeeded);
        clinic.Provider.Asked.ShouldBe(["POST /dispensing/v1/dispensations", "POST /v1/otp/send", "POST /v1/otp/validate", Complete]);
        Sent(clinic, "POST /v1/otp/validate").ShouldBe("""{"otp_id":"otp_1","code":"123456"}""");
        Sent(clinic, Complete).ShouldContain("\"external_verifications\":[{\"type\":\"OTP\",\"value\":\"ovt_1\"}]");
    }

    [Test]
    public async Task Where_nothing_is_wanted_nothing_is_sent_and_nothing_attached()
    {
        await using var clinic = new TestClinic(Provider("null"));

        await clinic.DoAsync("dispensation.dispense", Dispense("123456"));

        clinic.Provider.Asked.ShouldBe(["POST /dispensing/v1/dispensations", Complete]);
        Sent(clinic, Complete).ShouldNotContain("external_verifications");
    }

    [Test]
    public async Task Without_a_password_the_dispensation_waits_and_the_same_one_is_continued_with_it()
    {
        var provider = Provider("\"OTP\"");
        provider.On("GET /dispensing/v1/dispensations/dsp_1", Started("\"OTP\""));
        await using var clinic = new TestClinic(provider);

        var waiting = await clinic.DoAsync("dispensation.dispense", Dispense());
        var done = await clinic.DoAsync("dispensation.dispense", Dispense("123456"));

        (waiting.Word, waiting.Message).ShouldBe((Outcome.Pending, "The sponsor wants a one-time password. It was sent to the person's registered destination; enter it and send again."));
        done.Word.ShouldBe(Outcome.Succeeded);
        provider.Asked.ShouldBe(
            ["POST /dispensing/v1/dispensations", "POST /v1/otp/send", "GET /dispensing/v1/dispensations/dsp_1", "POST /v1/otp/validate", Complete]);
    }

    [Test]
    public async Task A_password_that_has_run_out_is_replaced()
    {
        var clock = new HandClock();
        var provider = Provider("\"OTP\"");
        provider.On("GET /dispensing/v1/dispensations/dsp_1", Started("\"OTP\""));
        await using var clinic = new TestClinic(provider, clock);

        await clinic.DoAsync("dispensation.dispense", Dispense());
        clock.Advance(TimeSpan.FromSeconds(300));
        await clinic.DoAsync("dispensation.dispense", Dispense("123456"));

        provider.Asked.Count(line => line == "POST /v1/otp/send").ShouldBe(2);
    }

    [Test]
    public async Task A_password_that_is_refused_later_is_replaced_the_next_time()
    {
        var provider = Provider("\"OTP\"");
        provider.On("GET /dispensing/v1/dispensations/dsp_1", Started("\"OTP\""));
        provider.On("POST /v1/otp/validate", _ => PretendProvider.Answer(422, """{"error_code":"071-422","message":"expired"}"""));
        await using var clinic = new TestClinic(provider);

        await clinic.DoAsync("dispensation.dispense", Dispense());
        var refused = await clinic.DoAsync("dispensation.dispense", Dispense("123456"));
        await clinic.DoAsync("dispensation.dispense", Dispense("654321"));

        refused.Word.ShouldBe(Outcome.Pending);
        provider.Asked.Count(line => line == "POST /v1/otp/send").ShouldBe(2);
        provider.Asked.ShouldNotContain(Complete);
    }

    [Test]
    public async Task A_reading_is_taken_and_attached_and_without_one_the_clerk_is_told()
    {
        var provider = Provider("\"BIOMETRIC\"");
        provider.On("GET /dispensing/v1/dispensations/dsp_1", Started("\"BIOMETRIC\""));
        provider.On("POST /arc/v1/biometric-readings", """{"biometric_reading_id":"6c1e","status":"ACCEPTED"}""");
        await using var clinic = new TestClinic(provider);

        (await clinic.DoAsync("dispensation.dispense", Dispense())).Message
            .ShouldBe("The sponsor wants a biometric reading, and none was taken. Place the finger on the device and send again.");
        var done = await clinic.DoAsync("dispensation.dispense", new { code = "AUTH-9", beneficiary_id = "bnf_1", biometric_sample = "AAEC" });

        done.Word.ShouldBe(Outcome.Succeeded);
        Sent(clinic, Complete).ShouldContain("\"external_verifications\":[{\"type\":\"BIOMETRIC\",\"value\":\"6c1e\"}]");
        provider.Asked.ShouldNotContain("POST /v1/otp/send");
    }

    private static object Dispense(params string[] codes) => new { code = "AUTH-9", beneficiary_id = "bnf_1", otp_codes = codes };

    private static string Sent(TestClinic clinic, string line) => clinic.Provider.Calls.Single(call => call.Line == line).Body;

    private static string Started(string wanted) =>
        $$"""{"dispensation_id":"dsp_1","status":"STARTED","verification_required":{{wanted}},"products":[{"product_code":"MED-1","quantity":2,"unit_price":1.25}]}""";

    private static PretendProvider Provider(string wanted)
    {
        var provider = new PretendProvider();
        provider.On("POST /dispensing/v1/dispensations", _ => PretendProvider.Answer(201, Started(wanted)));
        provider.On("POST /v1/otp/send", _ => PretendProvider.Answer(201, """{"otp_id":"otp_1","channel":"SMS","expires_in":300,"masked_destination":"***10"}"""));
        provider.On("POST /v1/otp/validate", """{"otp_verification_token":"ovt_1"}""");
        provider.On(Complete, """{"dispensation_id":"dsp_1","status":"COMPLETED"}""");
        return provider;
    }
}
