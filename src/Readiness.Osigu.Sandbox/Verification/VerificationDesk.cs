using System.Security.Cryptography;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox;

/// <summary>Verifies people: passwords that are sent, tokens that come of them, and biometric readings.</summary>
public sealed class VerificationDesk
{
    private readonly OsiguWorld world;
    private readonly Dictionary<string, string> nextCodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> nextLifetimes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> samples = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VerificationToken> tokens = new(StringComparer.Ordinal);

    internal VerificationDesk(OsiguWorld world) => this.world = world;

    private DateTimeOffset Now => world.Clock.GetUtcNow();

    /// <summary>What the person would read out now: the password that was sent and still holds, or the one that will be sent next.</summary>
    public string PasswordOf(Beneficiary person) => world.Change(() => CodeFor(person.Id));

    /// <summary>What a device at the counter would read of the person, in Base64.</summary>
    public string BiometricSampleOf(Beneficiary person) => world.Change(() => SampleOf(person.Id, person.Stimulus));

    /// <summary>The password that is sent next to this person holds only that long. The answer says so.</summary>
    public void ShortenNext(Beneficiary person, TimeSpan lifetime) => world.Change(() => nextLifetimes[person.Id] = lifetime);

    internal (OneTimePassword Sent, TimeSpan Lifetime) Send(Beneficiary person, string? stimulus)
    {
        var lifetime = nextLifetimes.Remove(person.Id, out var shortened) ? shortened : world.Options.OtpLifetime;
        var sent = world.Passwords.Add(new OneTimePassword
        {
            Id = world.Ids.TextId("otp_id", "otp", stimulus),
            Stimulus = stimulus,
            BeneficiaryId = person.Id,
            Code = CodeFor(person.Id),
            ExpiresAt = Now + lifetime,
        });
        nextCodes.Remove(person.Id);
        return (sent, lifetime);
    }

    internal string Issue(OneTimePassword validated)
    {
        var value = world.Minted.Register("otp_verification_token", $"ovt_{RandomNumberGenerator.GetHexString(40, lowercase: true)}", MintedKind.Secret, validated.Stimulus).Value;
        tokens[value] = new VerificationToken(value, validated.BeneficiaryId, Now + world.Options.OtpTokenLifetime);
        return value;
    }

    internal bool IsOwnSample(Beneficiary person, string sample) => samples.GetValueOrDefault(person.Id) == sample;

    /// <summary>True where a validated password of that person waits to be used.</summary>
    internal bool HasToken(string beneficiaryId) => tokens.Values.Any(token => token.BeneficiaryId == beneficiaryId && !token.IsUsed && Now < token.ExpiresAt);

    /// <summary>Looks for what the sponsor wants among what a call carries.</summary>
    /// <returns>The refusal, or what to do once nothing else is wrong with the call.</returns>
    internal (Reply.Refusal? Refusal, Action Use) Verify(VerificationKind wanted, string beneficiaryId, RequestFields body)
    {
        if (wanted == VerificationKind.None)
        {
            return (null, () => { });
        }

        var (kind, value) = Attached(body);
        return value is null ? (Missing("no verification is attached"), () => { })
            : wanted == VerificationKind.Otp ? Token(beneficiaryId, value)
            : (Reading(beneficiaryId, kind, value), () => { });
    }

    private (Reply.Refusal? Refusal, Action Use) Token(string beneficiaryId, string value)
    {
        if (!tokens.TryGetValue(value, out var token))
        {
            return (Missing(world.Passwords.All.Any(password => password.Code == value && password.BeneficiaryId == beneficiaryId)
                ? "the code itself is attached, and not the token that came of it"
                : "what is attached is no token that was issued"), () => { });
        }

        var problem = token.BeneficiaryId != beneficiaryId ? "the token is another person's"
            : token.IsUsed ? "the token was used already"
            : Now >= token.ExpiresAt ? "the token has expired"
            : null;
        return problem is null ? (null, () => token.IsUsed = true) : (Missing(problem), () => { });
    }

    private Reply.Refusal? Reading(string beneficiaryId, string? kind, string value) =>
        kind is not null && !kind.Equals("BIOMETRIC", StringComparison.OrdinalIgnoreCase) ? Missing($"a biometric reading is wanted, and a verification of another type is attached")
        : world.Readings.TryFind(value, out var reading) && reading.BeneficiaryId == beneficiaryId ? null
        : samples.GetValueOrDefault(beneficiaryId) == value ? null
        : Missing("what is attached is no accepted reading of this person");

    /// <summary>The generated schema lists verifications; the guides name the token and the reading as fields of their own.</summary>
    private static (string? Kind, string? Value) Attached(RequestFields body)
    {
        if (body.ObjectsIfAny("external_verifications") is [var first, ..])
        {
            return (first.OptionalText("type"), first.OptionalText("value"));
        }

        return body.OptionalText("biometric_reading_id") is { } reading ? ("BIOMETRIC", reading) : (null, body.OptionalText("otp_verification_token"));
    }

    private static Reply.Refusal Missing(string looked) => Reply.Unprocessable("the person has to be verified") with { Looked = looked };

    private string CodeFor(string beneficiaryId)
    {
        if (world.Passwords.All.LastOrDefault(password => password.BeneficiaryId == beneficiaryId && password.IsLive(Now, world.Options.OtpAttempts)) is { } live)
        {
            return live.Code;
        }

        if (!nextCodes.TryGetValue(beneficiaryId, out var code))
        {
            // Never one that this person had before, so that an old one is wrong.
            do
            {
                code = RandomNumberGenerator.GetString("0123456789", 6);
            }
            while (world.Passwords.All.Any(password => password.BeneficiaryId == beneficiaryId && password.Code == code));
            nextCodes[beneficiaryId] = code;
        }

        return code;
    }

    private string SampleOf(string beneficiaryId, string? stimulus)
    {
        if (!samples.TryGetValue(beneficiaryId, out var sample))
        {
            sample = world.Minted.Register("biometric_sample", Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)), MintedKind.Personal, stimulus).Value;
            samples[beneficiaryId] = sample;
        }

        return sample;
    }
}
