using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Tells the clerk that the provider is out of order when a person is not found.</summary>
internal sealed class NotFoundShownAsOutage : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IBeneficiarySearch>((inner, _) => new AroundSearch(async (key, cancel) =>
    {
        try
        {
            return await inner.FindAsync(key, cancel);
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.NotFound)
        {
            throw new ProviderFault(FaultKind.Outage, 503, null, "the provider failed", fault);
        }
    }));
}
