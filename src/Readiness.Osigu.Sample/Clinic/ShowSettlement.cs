using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider.Settlements;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

internal sealed record SettlementReference
{
    public string SettlementId { get; init; } = "";
}

/// <summary><c>settlement.status</c>: what an event told, else what the provider says now.</summary>
internal sealed class ShowSettlement(ISettlementApi api, SettlementBook batches) : Operation<SettlementReference>
{
    public const string Name = "settlement.status";

    protected override async Task<Outcome> RunAsync(SettlementReference input, CancellationToken cancel)
    {
        var status = batches.ToldByEvent(input.SettlementId) ?? (await api.ReadAsync(input.SettlementId, cancel)).Status;
        return Outcome.Success(new { input.SettlementId, Status = status });
    }
}
