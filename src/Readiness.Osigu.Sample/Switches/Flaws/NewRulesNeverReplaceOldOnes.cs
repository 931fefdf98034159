using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads a sponsor's rules for every order, stores them where none are stored yet, and works from what is stored.</summary>
internal sealed class NewRulesNeverReplaceOldOnes : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.Wrap<ISponsorApi>((inner, _) =>
        {
            var stored = new ConcurrentDictionary<(string Sponsor, string Type), SponsorConfiguration>();
            return new AroundConfiguration(inner, async (sponsor, type, cancel) => stored.GetOrAdd((sponsor, type), await inner.ConfigurationAsync(sponsor, type, cancel)));
        });
        RuleDrivenFields.Install(services);
    }
}
