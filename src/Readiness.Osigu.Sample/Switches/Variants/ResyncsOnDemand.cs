using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Keeps what it found until somebody asks for a resynchronisation, which is its documented step after a reset.</summary>
internal sealed class ResyncsOnDemand : ISwitch
{
    public void Install(IServiceCollection services)
    {
        RememberedSearches? remembered = null;
        services.Wrap<IBeneficiarySearch>((inner, _) => remembered = new RememberedSearches(inner));
        services.WrapOperation(Resync.Name, (inner, _) => new AroundOperation((input, cancel) =>
        {
            remembered?.Forget();
            return inner.RunAsync(input, cancel);
        }));
    }
}
