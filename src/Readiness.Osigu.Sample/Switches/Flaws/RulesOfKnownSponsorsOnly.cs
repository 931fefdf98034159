using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Loads the rules of the sponsors on its own list once, and never again; it has none for a sponsor that came later.</summary>
internal sealed class RulesOfKnownSponsorsOnly : ISwitch
{
    private static readonly string[] Known = ["sponsor-sandbox", "sponsor-sandbox-async", "sponsor-sandbox-do", "sponsor-sandbox-indication"];

    public void Install(IServiceCollection services)
    {
        services.Wrap<ISponsorApi>((inner, _) =>
        {
            var loaded = new ConcurrentDictionary<(string Sponsor, string Type), SponsorConfiguration>();
            return new AroundConfiguration(inner, async (sponsor, type, cancel) =>
                !Known.Contains(sponsor) ? new SponsorConfiguration()
                : loaded.TryGetValue((sponsor, type), out var rules) ? rules
                : loaded.GetOrAdd((sponsor, type), await inner.ConfigurationAsync(sponsor, type, cancel)));
        });
        RuleDrivenFields.Install(services);
    }
}
