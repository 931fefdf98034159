using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Settlements;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The settlement API with some of its calls done otherwise.</summary>
internal sealed class AroundSettlement(ISettlementApi inner) : ISettlementApi
{
    public Func<string, IReadOnlyList<AttachedEntry>, CancellationToken, Task> Attach { get; init; } = inner.AttachAsync;

    public Func<PageOf<PendingEntry>, PageOf<PendingEntry>> Page { get; init; } = page => page;

    public Func<Settlement, Settlement> Show { get; init; } = settlement => settlement;

    public Task<Settlement> CreateAsync(string sponsor, string period, CancellationToken cancel) => inner.CreateAsync(sponsor, period, cancel);

    public async Task<Settlement> ReadAsync(string settlementId, CancellationToken cancel) => Show(await inner.ReadAsync(settlementId, cancel));

    public async Task<PageOf<PendingEntry>> PendingAsync(string settlementId, int page, CancellationToken cancel) =>
        Page(await inner.PendingAsync(settlementId, page, cancel));

    public Task AttachAsync(string settlementId, IReadOnlyList<AttachedEntry> entries, CancellationToken cancel) => Attach(settlementId, entries, cancel);

    public async Task<Settlement> DispatchAsync(string settlementId, CancellationToken cancel) => Show(await inner.DispatchAsync(settlementId, cancel));
}
