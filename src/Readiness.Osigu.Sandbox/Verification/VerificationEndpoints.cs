using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Sending and validating one-time passwords, and taking biometric readings.</summary>
/// <remarks>The guides and the generated reference disagree about the paths of passwords; those of readings are not documented.</remarks>
internal sealed class VerificationEndpoints(OsiguWorld world, VerificationDesk desk)
{
    private static readonly string[] Channels = ["SMS", "EMAIL"];

    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Post("/v1/otp/send", "send-otp", Send),
        Endpoint.Post("/otp/generate", "send-otp-generated", Send),
        Endpoint.Post("/v1/otp/validate", "validate-otp", Validate),
        Endpoint.Post("/otp/validate", "validate-otp-generated", Validate),
        Endpoint.Post(world.Options.BiometricReadings, "create-biometric-reading", Take),
        Endpoint.Get($"{world.Options.BiometricReadings}/{{id}}", "read-biometric-reading", Read),
    ];

    private Reply Send(OsiguCall call)
    {
        var person = Person(call);
        var channel = call.Fields.Text("channel").ToUpperInvariant();
        if (channel.Length > 0 && !Channels.Contains(channel))
        {
            call.Fields.Problem("channel", $"must be one of {string.Join(", ", Channels)}");
        }

        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (person is null)
        {
            return Reply.NotFound("beneficiary");
        }

        var (sent, lifetime) = desk.Send(person, call.Stimulus(person.Stimulus));
        return Reply.Created(new JsonObject
        {
            ["otp_id"] = sent.Id,
            ["channel"] = channel,
            ["expires_in"] = (int)lifetime.TotalSeconds,
            ["masked_destination"] = channel == "SMS" ? "+57 *** *** **10" : "p*****@e******.test",
        });
    }

    private Reply Validate(OsiguCall call)
    {
        var id = call.Fields.Text("otp_id");
        var code = call.Fields.Text("code");
        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (!world.Passwords.TryFind(id, out var password))
        {
            return Reply.NotFound("one-time password");
        }

        if (password.Try(code, world.Clock.GetUtcNow(), world.Options.OtpAttempts) is { } problem)
        {
            return Reply.Unprocessable(problem) with { Looked = problem };
        }

        return Reply.Ok(new JsonObject
        {
            ["otp_verification_token"] = desk.Issue(password),
            ["expires_in"] = (int)world.Options.OtpTokenLifetime.TotalSeconds,
        });
    }

    private Reply Take(OsiguCall call)
    {
        var person = Person(call);
        var sample = call.Fields.Text("sample");
        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (person is null)
        {
            return Reply.NotFound("beneficiary");
        }

        if (!desk.IsOwnSample(person, sample))
        {
            return Reply.Unprocessable("the reading was not accepted") with { Looked = "the sample is not this person's" };
        }

        var stimulus = call.Stimulus(person.Stimulus);
        var reading = world.Readings.Add(new BiometricReading(world.Ids.Register("biometric_reading_id", Guid.NewGuid().ToString(), stimulus), stimulus, person.Id));
        return Reply.Created(Shown(reading));
    }

    private Reply Read(OsiguCall call) =>
        world.Readings.TryFind(call.Path("id"), out var reading) ? Reply.Ok(Shown(reading)) : Reply.NotFound("biometric reading");

    /// <summary>The person that a call names; null where there is none, and missing fields are noted.</summary>
    private Beneficiary? Person(OsiguCall call)
    {
        var id = call.Fields.Text("beneficiary_id");
        var slug = call.Fields.Text("sponsor_slug");
        return world.Beneficiaries.TryFind(id, out var person) && person.SponsorSlug == slug ? person : null;
    }

    private static JsonObject Shown(BiometricReading reading) => new() { ["biometric_reading_id"] = reading.Id, ["status"] = "ACCEPTED" };
}
