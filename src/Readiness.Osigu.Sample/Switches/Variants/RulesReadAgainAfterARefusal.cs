using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Keeps a sponsor's rules until a request is refused by them; then reads them again, and sends the request with what they name now.</summary>
internal sealed class RulesReadAgainAfterARefusal : ISwitch
{
    public void Install(IServiceCollection services)
    {
        var kept = new ConcurrentDictionary<(string Sponsor, string Type), SponsorConfiguration>();
        services.Wrap<ISponsorApi>((inner, _) => new AroundConfiguration(inner, async (sponsor, type, cancel) =>
            kept.TryGetValue((sponsor, type), out var rules) ? rules : kept[(sponsor, type)] = await inner.ConfigurationAsync(sponsor, type, cancel)));
        services.Wrap<IAuthorizationApi>((inner, all) =>
        {
            var sponsors = all.GetRequiredService<ISponsorApi>();
            return new AroundInitiation(inner, async (order, initiate, cancel) =>
            {
                var first = await RuleDrivenFields.ReducedAsync(sponsors, order, cancel);
                try
                {
                    return await initiate(first);
                }
                catch (ProviderFault fault) when (fault.Kind is FaultKind.Refused)
                {
                    foreach (var rules in kept.Keys.Where(rules => rules.Sponsor == order.SponsorSlug))
                    {
                        kept.TryRemove(rules, out _);
                    }

                    var changed = await RuleDrivenFields.ReducedAsync(sponsors, order, cancel);
                    if (changed == first)
                    {
                        throw;
                    }

                    return await initiate(changed);
                }
            });
        });
    }
}
