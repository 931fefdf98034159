using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Provider.Dispensing;

/// <summary>A one-time password that is on its way to a person.</summary>
/// <param name="ExpiresIn">Seconds for which it holds.</param>
internal sealed record SentPassword(string OtpId, int ExpiresIn);

/// <summary>What proves to the provider that a person was verified: attached to the one call that needs it.</summary>
/// <param name="Type"><c>OTP</c> or <c>BIOMETRIC</c>.</param>
/// <param name="Value">The token of a validated password, or the id of an accepted reading.</param>
internal sealed record ExternalVerification(string Type, string Value)
{
    public const string Otp = "OTP";
    public const string Biometric = "BIOMETRIC";
}

/// <summary>Verifying a person, where a sponsor asks for it.</summary>
internal interface IOtpApi
{
    Task<SentPassword> SendAsync(string beneficiaryId, string sponsor, CancellationToken cancel);

    /// <returns>The token that goes into the next sensitive call.</returns>
    Task<string> ValidateAsync(string otpId, string code, CancellationToken cancel);

    /// <returns>The id of the accepted reading.</returns>
    Task<string> ReadAsync(string beneficiaryId, string sponsor, string sample, CancellationToken cancel);
}

internal sealed class OtpApi(OsiguHttp http) : IOtpApi
{
    public Task<SentPassword> SendAsync(string beneficiaryId, string sponsor, CancellationToken cancel) =>
        http.PostAsync<SentPassword>("v1/otp/send", new Send(beneficiaryId, sponsor, "SMS"), Repeat.OnlyIfNotProcessed, cancel);

    public async Task<string> ValidateAsync(string otpId, string code, CancellationToken cancel) =>
        (await http.PostAsync<Validated>("v1/otp/validate", new Validate(otpId, code), Repeat.OnlyIfNotProcessed, cancel)).OtpVerificationToken;

    public async Task<string> ReadAsync(string beneficiaryId, string sponsor, string sample, CancellationToken cancel) =>
        (await http.PostAsync<Accepted>("arc/v1/biometric-readings", new Reading(beneficiaryId, sponsor, sample), Repeat.Anytime, cancel)).BiometricReadingId;

    private sealed record Send(string BeneficiaryId, string SponsorSlug, string Channel);

    private sealed record Validate(string OtpId, string Code);

    private sealed record Validated(string OtpVerificationToken);

    private sealed record Reading(string BeneficiaryId, string SponsorSlug, string Sample);

    private sealed record Accepted(string BiometricReadingId);
}
