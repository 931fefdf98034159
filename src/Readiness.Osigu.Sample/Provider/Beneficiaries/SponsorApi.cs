using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Provider.Beneficiaries;

/// <summary>Sponsors: their search forms, their rules, their people.</summary>
internal interface ISponsorApi
{
    Task<IReadOnlyList<SearchForm>> FormsAsync(string sponsor, CancellationToken cancel);

    /// <exception cref="ProviderFault"><see cref="FaultKind.NotFound"/>: the sponsor knows nobody by these values.</exception>
    Task<Beneficiary> SearchAsync(string sponsor, IReadOnlyDictionary<string, string> fields, CancellationToken cancel);

    Task<SponsorConfiguration> ConfigurationAsync(string sponsor, string productType, CancellationToken cancel);
}

internal sealed class SponsorApi(OsiguHttp http) : ISponsorApi
{
    public async Task<IReadOnlyList<SearchForm>> FormsAsync(string sponsor, CancellationToken cancel) =>
        (await http.GetAsync<SearchForms>($"v1/sponsors/{Route.Segment(sponsor)}/forms", cancel)).Forms;

    public Task<Beneficiary> SearchAsync(string sponsor, IReadOnlyDictionary<string, string> fields, CancellationToken cancel) =>
        http.PostAsync<Beneficiary>($"v1/sponsors/{Route.Segment(sponsor)}/search", fields, Repeat.Anytime, cancel);

    public Task<SponsorConfiguration> ConfigurationAsync(string sponsor, string productType, CancellationToken cancel) =>
        http.GetAsync<SponsorConfiguration>(
            $"arc/v1/sponsors/{Route.Segment(sponsor)}/configuration?product_type={Route.Segment(productType)}", cancel);
}
