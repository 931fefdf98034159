using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Settlements;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes the first page of what awaits settlement for all of it.</summary>
internal sealed class ReadsOnlyTheFirstPage : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISettlementApi>((inner, _) =>
        new AroundSettlement(inner) { Page = page => page with { Page = new PagePosition { TotalPages = 1 } } });
}
