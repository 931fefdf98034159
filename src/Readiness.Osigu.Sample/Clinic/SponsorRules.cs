using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>What the sponsor's configuration asks for, over all types of product in an order.</summary>
internal sealed record SponsorRules(IReadOnlyCollection<string> MandatoryFields, bool IndicationRequired, bool OtpRequired)
{
    /// <summary>Read at each order: sponsors change their rules without notice.</summary>
    public static async Task<SponsorRules> ReadAsync(
        ISponsorApi sponsors, string sponsor, IReadOnlyList<OrderedProduct> products, CancellationToken cancel)
    {
        var configurations = new List<SponsorConfiguration>();
        foreach (var type in products.Select(product => product.ProductType ?? "").Distinct())
        {
            configurations.Add(await sponsors.ConfigurationAsync(sponsor, type, cancel));
        }

        return new SponsorRules(
            [.. configurations.SelectMany(one => one.MandatoryFields).Distinct()],
            configurations.Any(one => one.IndicationRequired),
            configurations.Any(one => one.Verification.Otp));
    }

    /// <summary>Mandatory fields that the order leaves empty.</summary>
    public IReadOnlyList<string> MissingIn(Initiation order)
    {
        var sent = Json.ToShown(order)!.AsObject();
        return [.. MandatoryFields.Where(field => sent.TryGetPropertyValue(field, out var value) && value is null)];
    }
}
