using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>When one form finds nobody, tries the sponsor's other form once: people mix up their numbers.</summary>
internal sealed class TriesTheOtherForm : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISponsorApi>((inner, _) => new Second(inner));

    private sealed class Second(ISponsorApi inner) : ISponsorApi
    {
        public Task<IReadOnlyList<SearchForm>> FormsAsync(string sponsor, CancellationToken cancel) => inner.FormsAsync(sponsor, cancel);

        public Task<SponsorConfiguration> ConfigurationAsync(string sponsor, string productType, CancellationToken cancel) =>
            inner.ConfigurationAsync(sponsor, productType, cancel);

        public async Task<Beneficiary> SearchAsync(string sponsor, IReadOnlyDictionary<string, string> fields, CancellationToken cancel)
        {
            try
            {
                return await inner.SearchAsync(sponsor, fields, cancel);
            }
            catch (ProviderFault fault) when (fault.Kind is FaultKind.NotFound)
            {
                var forms = await inner.FormsAsync(sponsor, cancel);
                var other = forms.FirstOrDefault(form => form.Fields.Count == 1 && !fields.ContainsKey(form.Fields[0].Key));
                if (other is null)
                {
                    throw;
                }

                return await inner.SearchAsync(sponsor, new Dictionary<string, string> { [other.Fields[0].Key] = fields.Values.Last() }, cancel);
            }
        }
    }
}
