using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Settlements;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Shows a batch as paid as soon as it was sent.</summary>
internal sealed class SubmittedShownAsPaid : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISettlementApi>((inner, _) =>
        new AroundSettlement(inner) { Show = batch => batch.Status is "SUBMITTED" ? batch with { Status = "PAID" } : batch });
}
