using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Dispensing;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>Who is verified, for what, and what the person at the counter supplies.</summary>
/// <param name="Subject">What the verification is for; each has its own.</param>
/// <param name="Codes">One-time passwords that the person read out.</param>
/// <param name="Sample">What a device at the counter read of the person, in Base64.</param>
internal sealed record Verifying(string Subject, string BeneficiaryId, string Sponsor, IReadOnlyList<string> Codes, string? Sample);

/// <summary>Verifies a person in the way that the sponsor asks for, and only then.</summary>
internal interface IVerification
{
    /// <param name="wanted"><c>OTP</c> or <c>BIOMETRIC</c>; <c>null</c> where the sponsor asks for nothing.</param>
    /// <returns>What goes into the next call, or why that call has to wait; neither where nothing is wanted.</returns>
    Task<(ExternalVerification? Proof, Outcome? Waiting)> VerifyAsync(string? wanted, Verifying person, CancellationToken cancel);
}

/// <remarks>One password is sent and kept until it is answered, refused or too old. A token serves one call and is never kept.</remarks>
internal sealed class OtpDesk(IOtpApi api, IPasswordBook book, TimeProvider time) : IVerification
{
    public async Task<(ExternalVerification? Proof, Outcome? Waiting)> VerifyAsync(string? wanted, Verifying person, CancellationToken cancel)
    {
        switch (wanted)
        {
            case null:
                return (null, null);
            case ExternalVerification.Otp:
                return await ByPasswordAsync(person, cancel) is { } token
                    ? (new ExternalVerification(ExternalVerification.Otp, token), null)
                    : (null, Outcome.Waiting(Wording.PasswordWanted));
            case ExternalVerification.Biometric when person.Sample is { } sample:
                return (new ExternalVerification(ExternalVerification.Biometric, await api.ReadAsync(person.BeneficiaryId, person.Sponsor, sample, cancel)), null);
            default:
                return (null, Outcome.Waiting(Wording.BiometricWanted));
        }
    }

    /// <returns>The token; <c>null</c> if nobody gave a password, or none was right.</returns>
    private async Task<string?> ByPasswordAsync(Verifying person, CancellationToken cancel)
    {
        var sentBefore = book.Find(person.Subject, time.GetUtcNow());
        var otpId = sentBefore ?? await SendAsync(person, cancel);
        foreach (var code in person.Codes)
        {
            try
            {
                var token = await api.ValidateAsync(otpId, code, cancel);
                book.Forget(person.Subject);
                return token;
            }
            catch (ProviderFault fault) when (fault.Kind is FaultKind.Refused or FaultKind.NotFound)
            {
                // Wrong, or no longer good: the person may have given another.
            }
        }

        if (sentBefore is not null && person.Codes.Count > 0)
        {
            // Whatever was the matter with it, next time a new one is sent.
            book.Forget(person.Subject);
        }

        return null;
    }

    private async Task<string> SendAsync(Verifying person, CancellationToken cancel)
    {
        var sent = await api.SendAsync(person.BeneficiaryId, person.Sponsor, cancel);
        book.Save(person.Subject, sent.OtpId, time.GetUtcNow() + TimeSpan.FromSeconds(sent.ExpiresIn));
        return sent.OtpId;
    }
}
