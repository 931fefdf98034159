using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Provider.Settlements;

internal sealed record Settlement
{
    public const string Open = "OPEN";

    public required string SettlementId { get; init; }

    public required string Status { get; init; }

    public string? SponsorSlug { get; init; }
}

/// <summary>What awaits settlement: a claim, or an authorization whose dispensation made one.</summary>
internal sealed record PendingEntry
{
    public string? AuthorizationId { get; init; }

    public string? ClaimId { get; init; }

    public string? SponsorSlug { get; init; }
}

/// <summary>One line of an attachment: the claim where there is one, else the authorization.</summary>
internal sealed record AttachedEntry
{
    public string? ClaimId { get; init; }

    public string? AuthorizationId { get; init; }
}

/// <summary>Settlement batches: one sponsor each.</summary>
internal interface ISettlementApi
{
    Task<Settlement> CreateAsync(string sponsor, string period, CancellationToken cancel);

    Task<Settlement> ReadAsync(string settlementId, CancellationToken cancel);

    /// <summary>One page; they are counted from 0.</summary>
    Task<PageOf<PendingEntry>> PendingAsync(string settlementId, int page, CancellationToken cancel);

    Task AttachAsync(string settlementId, IReadOnlyList<AttachedEntry> entries, CancellationToken cancel);

    Task<Settlement> DispatchAsync(string settlementId, CancellationToken cancel);
}

internal sealed class SettlementApi(OsiguHttp http, SettledWrite settled) : ISettlementApi
{
    private const string Settlements = "v3/settlements";
    private const int PageSize = 15;

    public Task<Settlement> CreateAsync(string sponsor, string period, CancellationToken cancel) =>
        http.PostAsync<Settlement>(Settlements, new NewSettlement(sponsor, period), Repeat.OnlyIfNotProcessed, cancel);

    public Task<Settlement> ReadAsync(string settlementId, CancellationToken cancel) =>
        http.GetAsync<Settlement>(Path(settlementId), cancel);

    public Task<PageOf<PendingEntry>> PendingAsync(string settlementId, int page, CancellationToken cancel) =>
        http.GetAsync<PageOf<PendingEntry>>($"{Path(settlementId)}/pending-authorizations?page={page}&size={PageSize}", cancel);

    public Task AttachAsync(string settlementId, IReadOnlyList<AttachedEntry> entries, CancellationToken cancel) =>
        http.PostAsync<Attached>($"{Path(settlementId)}/authorizations", new Attachment(entries), Repeat.OnlyIfNotProcessed, cancel);

    public Task<Settlement> DispatchAsync(string settlementId, CancellationToken cancel) =>
        settled.SendAsync<Settlement>(
            () => http.PostAsync<Settlement>($"{Path(settlementId)}/dispatch", new Dispatch(), Repeat.OnlyIfNotProcessed, cancel),
            async () => await ReadAsync(settlementId, cancel) is { Status: not Settlement.Open } done ? done : null);

    private static string Path(string settlementId) => $"{Settlements}/{Route.Segment(settlementId)}";

    private sealed record NewSettlement(string SponsorSlug, string Period);

    private sealed record Attachment(IReadOnlyList<AttachedEntry> Authorizations);

    private sealed record Attached(int? Count);

    private sealed record Dispatch;
}
