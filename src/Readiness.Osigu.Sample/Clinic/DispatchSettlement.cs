using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Claims;
using Readiness.Osigu.Sample.Provider.Settlements;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

internal sealed record SettlementOrder
{
    public string SponsorSlug { get; init; } = "";

    /// <value><c>YYYY-MM</c>.</value>
    public string Period { get; init; } = "";
}

/// <summary><c>settlement.dispatch</c>: batch what awaits settlement with one sponsor, and send it off.</summary>
internal sealed class DispatchSettlement(ISettlementApi api, SettlementBook batches, ClaimBook claims) : Operation<SettlementOrder>
{
    public const string Name = "settlement.dispatch";

    protected override async Task<Outcome> RunAsync(SettlementOrder input, CancellationToken cancel)
    {
        var settlementId = await OpenBatchAsync(input, cancel);
        var entries = await PendingAsync(settlementId, input.SponsorSlug, cancel);
        if (entries.Count == 0)
        {
            return Outcome.Failure("Nothing awaits settlement with this sponsor.", new OutcomeError(null, "nothing_pending"), new { SettlementId = settlementId, Status = Settlement.Open });
        }

        await AttachAsync(settlementId, input.SponsorSlug, entries, cancel);
        var dispatched = await api.DispatchAsync(settlementId, cancel);
        batches.Save(settlementId, input.SponsorSlug, input.Period, dispatched.Status);
        return Outcome.Success(new { SettlementId = settlementId, dispatched.Status }, "Sent to the sponsor. Nothing is paid yet; the answer takes days.");
    }

    private async Task<string> OpenBatchAsync(SettlementOrder input, CancellationToken cancel)
    {
        if (batches.FindOpen(input.SponsorSlug, input.Period) is { } left && await IsStillOpenAsync(left, input, cancel))
        {
            return left;
        }

        var created = await api.CreateAsync(input.SponsorSlug, input.Period, cancel);
        batches.Save(created.SettlementId, input.SponsorSlug, input.Period, created.Status);
        return created.SettlementId;
    }

    private async Task<bool> IsStillOpenAsync(string settlementId, SettlementOrder input, CancellationToken cancel)
    {
        string status;
        try
        {
            status = (await api.ReadAsync(settlementId, cancel)).Status;
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.NotFound)
        {
            status = "GONE";
        }

        batches.Save(settlementId, input.SponsorSlug, input.Period, status);
        return status is Settlement.Open;
    }

    /// <summary>Every page, and of it what belongs to this sponsor and is completed as far as the clinic knows.</summary>
    private async Task<IReadOnlyList<AttachedEntry>> PendingAsync(string settlementId, string sponsor, CancellationToken cancel)
    {
        var entries = new List<AttachedEntry>();
        var number = 0;
        PageOf<PendingEntry> page;
        do
        {
            page = await api.PendingAsync(settlementId, number, cancel);
            entries.AddRange(page.Content.Where(entry => IsOurs(entry, sponsor)).Select(Line));
            number++;
        }
        while (number < page.Page.TotalPages && page.Content.Count > 0);

        return [.. entries.Distinct()];
    }

    private bool IsOurs(PendingEntry entry, string sponsor)
    {
        var own = entry.ClaimId is null ? null : claims.Find(entry.ClaimId);
        return (entry.SponsorSlug ?? own?.SponsorSlug ?? sponsor) == sponsor && own?.Status is not Claim.Open;
    }

    private static AttachedEntry Line(PendingEntry entry) =>
        entry.ClaimId is null ? new AttachedEntry { AuthorizationId = entry.AuthorizationId } : new AttachedEntry { ClaimId = entry.ClaimId };

    /// <summary>If the answer got lost, what is still pending was not attached.</summary>
    private async Task AttachAsync(string settlementId, string sponsor, IReadOnlyList<AttachedEntry> entries, CancellationToken cancel)
    {
        try
        {
            await api.AttachAsync(settlementId, entries, cancel);
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.OutcomeUnknown)
        {
            var left = (await PendingAsync(settlementId, sponsor, cancel)).Intersect(entries).ToArray();
            if (left.Length > 0)
            {
                await api.AttachAsync(settlementId, left, cancel);
            }
        }
    }
}
