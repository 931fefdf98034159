using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Settlements;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Attaches each claim to the batch with a call of its own.</summary>
internal sealed class AttachesClaimsOneByOne : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISettlementApi>((inner, _) => new AroundSettlement(inner)
    {
        Attach = async (settlement, entries, cancel) =>
        {
            foreach (var entry in entries)
            {
                await inner.AttachAsync(settlement, [entry], cancel);
            }
        },
    });
}
