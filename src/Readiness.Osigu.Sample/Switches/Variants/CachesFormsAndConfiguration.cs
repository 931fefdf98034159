using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Keeps a sponsor's forms and rules for five minutes.</summary>
internal sealed class CachesFormsAndConfiguration : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.Wrap<ISponsorApi>((inner, all) => new FiveMinutes(inner, all.GetRequiredService<TimeProvider>()));

    private sealed class FiveMinutes(ISponsorApi inner, TimeProvider time) : ISponsorApi
    {
        private readonly ConcurrentDictionary<string, (DateTimeOffset Until, IReadOnlyList<SearchForm> Forms)> forms = new();
        private readonly ConcurrentDictionary<(string, string), (DateTimeOffset Until, SponsorConfiguration Rules)> rules = new();

        public async Task<IReadOnlyList<SearchForm>> FormsAsync(string sponsor, CancellationToken cancel)
        {
            if (!forms.TryGetValue(sponsor, out var kept) || kept.Until < time.GetUtcNow())
            {
                kept = (InFiveMinutes(), await inner.FormsAsync(sponsor, cancel));
                forms[sponsor] = kept;
            }

            return kept.Forms;
        }

        public async Task<SponsorConfiguration> ConfigurationAsync(string sponsor, string productType, CancellationToken cancel)
        {
            if (!rules.TryGetValue((sponsor, productType), out var kept) || kept.Until < time.GetUtcNow())
            {
                kept = (InFiveMinutes(), await inner.ConfigurationAsync(sponsor, productType, cancel));
                rules[(sponsor, productType)] = kept;
            }

            return kept.Rules;
        }

        public Task<Beneficiary> SearchAsync(string sponsor, IReadOnlyDictionary<string, string> fields, CancellationToken cancel) =>
            inner.SearchAsync(sponsor, fields, cancel);

        private DateTimeOffset InFiveMinutes() => time.GetUtcNow() + TimeSpan.FromMinutes(5);
    }
}
