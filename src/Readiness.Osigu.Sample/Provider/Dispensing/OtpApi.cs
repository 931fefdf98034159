using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Provider.Dispensing;

/// <summary>One-time passwords, where a sponsor asks for one.</summary>
internal interface IOtpApi
{
    Task<string> SendAsync(string beneficiaryId, string sponsor, CancellationToken cancel);

    /// <returns>The token that goes into the next sensitive call.</returns>
    Task<string> ValidateAsync(string otpId, string code, CancellationToken cancel);
}

internal sealed class OtpApi(OsiguHttp http) : IOtpApi
{
    public async Task<string> SendAsync(string beneficiaryId, string sponsor, CancellationToken cancel) =>
        (await http.PostAsync<Sent>("v1/otp/send", new Send(beneficiaryId, sponsor, "SMS"), Repeat.OnlyIfNotProcessed, cancel)).OtpId;

    public async Task<string> ValidateAsync(string otpId, string code, CancellationToken cancel) =>
        (await http.PostAsync<Validated>("v1/otp/validate", new Validate(otpId, code), Repeat.OnlyIfNotProcessed, cancel)).OtpVerificationToken;

    private sealed record Send(string BeneficiaryId, string SponsorSlug, string Channel);

    private sealed record Sent(string OtpId);

    private sealed record Validate(string OtpId, string Code);

    private sealed record Validated(string OtpVerificationToken);
}
