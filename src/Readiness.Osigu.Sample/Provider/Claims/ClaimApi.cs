using Readiness.Osigu.Sample.Provider.Resilience;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Provider.Claims;

internal sealed record NewClaim
{
    public required string BeneficiaryId { get; init; }

    public required string SponsorSlug { get; init; }

    public required string DiagnosisCode { get; init; }

    public required IReadOnlyList<ClaimLine> LineItems { get; init; }
}

internal sealed record ClaimLine
{
    public required string ProductCode { get; init; }

    public string? ProductType { get; init; }

    public decimal Quantity { get; init; }
}

internal sealed record Claim
{
    public const string Open = "OPEN";
    public const string Completed = "COMPLETED";

    public required string ClaimId { get; init; }

    public required string Status { get; init; }
}

/// <summary>Outpatient claims: made open, then completed.</summary>
internal interface IClaimApi
{
    /// <summary>Nothing tells later whether a lost one was made, so it is not repeated blindly.</summary>
    Task<Claim> CreateAsync(NewClaim claim, CancellationToken cancel);

    Task<Claim> CompleteAsync(string claimId, AttendingDoctor doctor, CancellationToken cancel);
}

internal sealed class ClaimApi(OsiguHttp http, SettledWrite settled) : IClaimApi
{
    private const string Claims = "arc/v1/outpatient-care-claim";

    public Task<Claim> CreateAsync(NewClaim claim, CancellationToken cancel) =>
        http.PostAsync<Claim>(Claims, claim, Repeat.OnlyIfNotProcessed, cancel);

    public Task<Claim> CompleteAsync(string claimId, AttendingDoctor doctor, CancellationToken cancel)
    {
        var path = $"{Claims}/{Route.Segment(claimId)}";
        return settled.SendAsync<Claim>(
            () => http.PostAsync<Claim>($"{path}/complete", doctor, Repeat.OnlyIfNotProcessed, cancel),
            async () => await http.GetAsync<Claim>(path, cancel) is { Status: Claim.Completed } done ? done : null);
    }
}
