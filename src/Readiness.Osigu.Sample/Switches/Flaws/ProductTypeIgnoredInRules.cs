using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads a sponsor's rules for medications and takes them for those of everything.</summary>
internal sealed class ProductTypeIgnoredInRules : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.Wrap<ISponsorApi>((inner, _) => new AroundConfiguration(inner, (sponsor, _, cancel) => inner.ConfigurationAsync(sponsor, "MEDICATION", cancel)));
        RuleDrivenFields.Install(services);
    }
}
