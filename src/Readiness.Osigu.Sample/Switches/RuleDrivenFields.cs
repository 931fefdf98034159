using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>Sends, of the fields that depend on the sponsor, only those that its rules name. The rules come from whatever stands for the sponsors' part.</summary>
internal static class RuleDrivenFields
{
    public static void Install(IServiceCollection services) => services.Wrap<IAuthorizationApi>((inner, all) =>
    {
        var sponsors = all.GetRequiredService<ISponsorApi>();
        return new AroundInitiation(inner, async (order, initiate, cancel) => await initiate(await ReducedAsync(sponsors, order, cancel)));
    });

    /// <summary>The order with the fields that these rules name, and none of the others.</summary>
    public static async Task<Initiation> ReducedAsync(ISponsorApi sponsors, Initiation order, CancellationToken cancel)
    {
        var wanted = new HashSet<string>();
        foreach (var type in order.Products.Select(product => product.ProductType ?? "").Distinct())
        {
            wanted.UnionWith((await sponsors.ConfigurationAsync(order.SponsorSlug, type, cancel)).MandatoryFields);
        }

        return order with
        {
            ProviderBranchId = wanted.Contains("provider_branch_id") ? order.ProviderBranchId : null,
            ServiceTypeCode = wanted.Contains("service_type_code") ? order.ServiceTypeCode : null,
            AuthorizationType = wanted.Contains("authorization_type") ? order.AuthorizationType : null,
            ProfessionalLicenseNumber = wanted.Contains("professional_license_number") ? order.ProfessionalLicenseNumber : null,
        };
    }
}

/// <summary>The sponsors' part with another way to come by their rules.</summary>
internal sealed class AroundConfiguration(ISponsorApi inner, Func<string, string, CancellationToken, Task<SponsorConfiguration>> read) : ISponsorApi
{
    public Task<IReadOnlyList<SearchForm>> FormsAsync(string sponsor, CancellationToken cancel) => inner.FormsAsync(sponsor, cancel);

    public Task<Beneficiary> SearchAsync(string sponsor, IReadOnlyDictionary<string, string> fields, CancellationToken cancel) =>
        inner.SearchAsync(sponsor, fields, cancel);

    public Task<SponsorConfiguration> ConfigurationAsync(string sponsor, string productType, CancellationToken cancel) => read(sponsor, productType, cancel);
}
