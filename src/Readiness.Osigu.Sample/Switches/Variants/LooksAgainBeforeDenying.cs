using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Searches a second time before telling a person that there is no coverage.</summary>
internal sealed class LooksAgainBeforeDenying : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IBeneficiarySearch>((inner, all) =>
    {
        var coverage = all.GetRequiredService<ICoverageRule>();
        return new AroundSearch(async (key, cancel) =>
        {
            var found = await inner.FindAsync(key, cancel);
            return coverage.IsCovered(found) ? found : await inner.FindAsync(key, cancel);
        });
    });
}
