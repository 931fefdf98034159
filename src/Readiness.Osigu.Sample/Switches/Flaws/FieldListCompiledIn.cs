using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends the two fields that the first sponsors wanted, whatever a configuration names.</summary>
internal sealed class FieldListCompiledIn : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IAuthorizationApi>((inner, _) =>
        new AroundInitiation(inner, (order, initiate, _) => initiate(order with { ProviderBranchId = null, ServiceTypeCode = null })));
}
