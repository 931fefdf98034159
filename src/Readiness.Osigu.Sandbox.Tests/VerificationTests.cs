using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class VerificationTests
{
    [TestCase("/v1/otp/send", "/v1/otp/validate")]
    [TestCase("/otp/generate", "/otp/validate")]
    public void A_password_is_sent_validated_and_its_token_completes_the_dispensation(string send, string validate)
    {
        using var client = new Client();
        var person = client.Person();
        var started = Start(client, person, VerificationKind.Otp);
        started.Text("verification_required").ShouldBe("OTP");
        Status(client, started).ShouldBe("PENDING");

        var sent = client.Post(send, Sending(person)).Must(201);
        sent.Text("channel").ShouldBe("SMS");
        sent.Text("expires_in").ShouldBe("300");
        sent.Text("masked_destination").ShouldContain("***");
        var token = client.Post(validate, Validation(sent, client.Sandbox.Verification.PasswordOf(person))).Must(200).Text("otp_verification_token");

        Status(client, started).ShouldBe("VERIFIED");
        Finish(client, started, Attached("OTP", token)).Must(200).Text("status").ShouldBe("COMPLETED");
        client.Minted.Find(token)!.Kind.ShouldBe(Recording.MintedKind.Secret);
        client.Minted.Find(sent.Text("otp_id"))!.Stimulus.ShouldBe("S1");
    }

    [Test]
    public void A_token_may_stand_under_its_own_name()
    {
        using var client = new Client();
        var person = client.Person();
        var started = Start(client, person, VerificationKind.Otp);

        Finish(client, started, new JsonObject { ["otp_verification_token"] = Token(client, person) }).Must(200);
    }

    [Test]
    public void Nothing_is_completed_without_the_token_and_nothing_is_lost_by_trying()
    {
        using var client = new Client();
        var person = client.Person();
        var started = Start(client, person, VerificationKind.Otp);
        var sent = client.Post("/v1/otp/send", Sending(person)).Must(201);
        var code = client.Sandbox.Verification.PasswordOf(person);

        Finish(client, started, []).Must(422)["looked"].ShouldBe("no verification is attached");
        Finish(client, started, Attached("OTP", code)).Must(422)["looked"].ShouldBe("the code itself is attached, and not the token that came of it");
        Finish(client, started, Attached("OTP", "ovt_nothing")).Must(422)["looked"].ShouldBe("what is attached is no token that was issued");

        var token = client.Post("/v1/otp/validate", Validation(sent, code)).Must(200).Text("otp_verification_token");
        Finish(client, started, Attached("OTP", token)).Must(200);
    }

    [Test]
    public void A_token_serves_one_call_of_one_person_for_a_while()
    {
        using var client = new Client();
        var (first, second) = (client.Person(), client.Person());
        var token = Token(client, first);

        Finish(client, Start(client, second, VerificationKind.Otp), Attached("OTP", token)).Must(422)["looked"].ShouldBe("the token is another person's");
        Finish(client, Start(client, first, VerificationKind.Otp), Attached("OTP", token)).Must(200);
        Finish(client, Start(client, first, VerificationKind.Otp), Attached("OTP", token)).Must(422)["looked"].ShouldBe("the token was used already");
        var late = Token(client, first);
        client.Clock.Advance(TimeSpan.FromSeconds(300));
        Finish(client, Start(client, first, VerificationKind.Otp), Attached("OTP", late)).Must(422)["looked"].ShouldBe("the token has expired");
    }

    [Test]
    public void A_refusal_for_another_field_leaves_the_token()
    {
        using var client = new Client();
        var person = client.Person();
        var started = Start(client, person, VerificationKind.Otp);
        var attached = Attached("OTP", Token(client, person));

        client.Post($"/dispensing/v1/dispensations/{started.Text("dispensation_id")}/complete", attached.DeepClone()).Must(422)["missing"].ShouldStartWith("amount is required");
        Finish(client, started, attached).Must(200);
    }

    [Test]
    public void A_password_holds_for_300_seconds_and_is_then_replaced_by_another()
    {
        using var client = new Client();
        var person = client.Person();
        var sent = client.Post("/v1/otp/send", Sending(person)).Must(201);
        var code = client.Sandbox.Verification.PasswordOf(person);
        client.Clock.Advance(TimeSpan.FromSeconds(300));

        client.Post("/v1/otp/validate", Validation(sent, code)).Must(422)["looked"].ShouldBe("the one-time password has expired");
        client.Sandbox.Verification.PasswordOf(person).ShouldNotBe(code);
        Token(client, person).ShouldStartWith("ovt_");
    }

    [Test]
    public void A_password_can_be_made_to_hold_shorter_once_and_says_so()
    {
        using var client = new Client();
        var person = client.Person();
        client.Sandbox.Verification.ShortenNext(person, TimeSpan.FromSeconds(3));

        client.Post("/v1/otp/send", Sending(person)).Must(201).Text("expires_in").ShouldBe("3");
        client.Post("/v1/otp/send", Sending(person)).Must(201).Text("expires_in").ShouldBe("300");
    }

    [Test]
    public void While_a_password_holds_another_message_carries_the_same_one()
    {
        using var client = new Client();
        var person = client.Person();
        var announced = client.Sandbox.Verification.PasswordOf(person);
        var (first, second) = (client.Post("/v1/otp/send", Sending(person)).Must(201), client.Post("/v1/otp/send", Sending(person, "email")).Must(201));

        client.Post("/v1/otp/validate", Validation(first, announced)).Must(200);
        client.Post("/v1/otp/validate", Validation(second, announced)).Must(200);
        client.Post("/v1/otp/validate", Validation(second, announced)).Must(422)["looked"].ShouldBe("the one-time password was used already");
    }

    [Test]
    public void Wrong_codes_are_counted()
    {
        using var client = new Client(new OsiguOptions { OtpAttempts = 2 });
        var person = client.Person();
        var sent = client.Post("/v1/otp/send", Sending(person)).Must(201);
        var code = client.Sandbox.Verification.PasswordOf(person);

        client.Post("/v1/otp/validate", Validation(sent, "no")).Must(422)["looked"].ShouldBe("the code is wrong");
        client.Post("/v1/otp/validate", Validation(sent, "no")).Must(422);
        client.Post("/v1/otp/validate", Validation(sent, code)).Must(422)["looked"].ShouldBe("too many wrong codes were tried");
        client.Post("/v1/otp/validate", """{"otp_id":"otp_nobody","code":"1"}""").Must(404);
        client.Post("/v1/otp/validate", "{}").Must(422)["missing"].ShouldBe("otp_id is required; code is required");
    }

    [Test]
    public void A_password_goes_to_a_beneficiary_of_the_sponsor_by_a_channel_that_exists()
    {
        using var client = new Client();
        var person = client.Person();

        client.Post("/v1/otp/send", "{}").Must(422)["missing"].ShouldBe("beneficiary_id is required; sponsor_slug is required; channel is required");
        client.Post("/v1/otp/send", Sending(person, "PIGEON")).Must(422)["missing"].ShouldBe("channel must be one of SMS, EMAIL");
        var elsewhere = Sending(person);
        elsewhere["sponsor_slug"] = Flow.Async;
        client.Post("/v1/otp/send", elsewhere).Must(404);
    }

    [Test]
    public void A_biometric_reading_is_taken_and_completes_the_dispensation()
    {
        using var client = new Client();
        var person = client.Person();
        var started = Start(client, person, VerificationKind.Biometric);
        started.Text("verification_required").ShouldBe("BIOMETRIC");

        Finish(client, started, Attached("OTP", Token(client, person))).Must(422)["looked"].ShouldBe("a biometric reading is wanted, and a verification of another type is attached");
        var reading = client.Post("/arc/v1/biometric-readings", Reading(person, client.Sandbox.Verification.BiometricSampleOf(person))).Must(201).Text("biometric_reading_id");
        Guid.TryParse(reading, out _).ShouldBeTrue();
        client.Get($"/arc/v1/biometric-readings/{reading}").Must(200).Text("status").ShouldBe("ACCEPTED");
        Status(client, started).ShouldBe("VERIFIED");
        Finish(client, started, new JsonObject { ["biometric_reading_id"] = reading }).Must(200);
    }

    [Test]
    public void A_reading_of_somebody_else_is_not_accepted()
    {
        using var client = new Client();
        var (first, second) = (client.Person(), client.Person());
        var sample = client.Sandbox.Verification.BiometricSampleOf(first);
        var reading = client.Post("/arc/v1/biometric-readings", Reading(first, sample)).Must(201).Text("biometric_reading_id");

        client.Post("/arc/v1/biometric-readings", Reading(second, sample)).Must(422)["looked"].ShouldBe("the sample is not this person's");
        Finish(client, Start(client, second, VerificationKind.Biometric), Attached("BIOMETRIC", reading)).Must(422)["looked"].ShouldBe("what is attached is no accepted reading of this person");
        Finish(client, Start(client, first, VerificationKind.Biometric), Attached("BIOMETRIC", sample)).Must(200);
    }

    [Test]
    public void Where_nothing_is_wanted_nothing_is_asked_for()
    {
        using var client = new Client();
        var started = Start(client, client.Person(), VerificationKind.None);

        started.Body["verification_required"].ShouldBeNull();
        Status(client, started).ShouldBe("NOT_REQUIRED");
        Finish(client, started, Attached("OTP", "whatever")).Must(200);
        client.Get("/dispensing/v1/dispensations/dsp_nobody/verification-status").Must(404);
    }

    [Test]
    public void A_sponsor_can_want_a_password_before_a_request_is_completed_and_its_configuration_says_so()
    {
        using var client = new Client();
        var sponsor = client.Sandbox.Fixtures.MintSponsor(null, Flow.Sync);
        client.Sandbox.Fixtures.ChangeSponsor(sponsor, verification: VerificationKind.Otp);
        var person = client.Person(sponsor);
        var id = client.Initiate(person, client.Product()).Must(201).Text("authorization_request_id");

        client.Get($"/arc/v1/sponsors/{sponsor}/configuration?product_type=LAB").Must(200).Body["verification"]!.ToJsonString().ShouldBe("""{"otp":true,"biometric":false}""");
        client.Post($"/arc/v1/authorization-requests/{id}/complete", "{}").Must(422)["looked"].ShouldBe("no verification is attached");
        client.Post($"/arc/v1/authorization-requests/{id}/complete", Attached("OTP", Token(client, person))).Must(200).Text("status").ShouldBe("COMPLETED");
    }

    [Test]
    public void Passwords_and_readings_are_gone_after_a_reset()
    {
        using var client = new Client();
        var person = client.Person();
        var sent = client.Post("/v1/otp/send", Sending(person)).Must(201);
        var code = client.Sandbox.Verification.PasswordOf(person);
        client.Sandbox.ResetData();

        client.Post("/v1/otp/validate", Validation(sent, code)).Must(404);
    }

    private static Answer Start(Client client, Beneficiary person, VerificationKind kind) =>
        client.Start(client.Sandbox.OtherProviders.IssueACode(person, kind), person.Id).Must(201);

    private static string Status(Client client, Answer started) =>
        client.Get($"/dispensing/v1/dispensations/{started.Text("dispensation_id")}/verification-status").Must(200).Text("verification_status");

    private static Answer Finish(Client client, Answer started, JsonObject attached)
    {
        var receipt = attached.DeepClone().AsObject();
        (receipt["amount"], receipt["document_number"], receipt["document_date"]) = (12.5m, "F-1", "2026-07-01T12:00:00Z");
        return client.Post($"/dispensing/v1/dispensations/{started.Text("dispensation_id")}/complete", receipt);
    }

    private static string Token(Client client, Beneficiary person)
    {
        var sent = client.Post("/v1/otp/send", Sending(person)).Must(201);
        return client.Post("/v1/otp/validate", Validation(sent, client.Sandbox.Verification.PasswordOf(person))).Must(200).Text("otp_verification_token");
    }

    private static JsonObject Sending(Beneficiary person, string channel = "SMS") => new() { ["beneficiary_id"] = person.Id, ["sponsor_slug"] = person.SponsorSlug, ["channel"] = channel };

    private static JsonObject Validation(Answer sent, string code) => new() { ["otp_id"] = sent.Text("otp_id"), ["code"] = code };

    private static JsonObject Reading(Beneficiary person, string sample) => new() { ["beneficiary_id"] = person.Id, ["sponsor_slug"] = person.SponsorSlug, ["sample"] = sample };

    private static JsonObject Attached(string type, string value) => new() { ["external_verifications"] = new JsonArray(new JsonObject { ["type"] = type, ["value"] = value }) };
}
