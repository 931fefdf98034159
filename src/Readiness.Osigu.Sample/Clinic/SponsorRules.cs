using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Provider.Beneficiaries;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>What the sponsor's configuration asks for, over all types of product in an order.</summary>
/// <param name="Verification"><c>OTP</c>, <c>BIOMETRIC</c> or <c>null</c>.</param>
internal sealed record SponsorRules(IReadOnlyCollection<string> MandatoryFields, bool IndicationRequired, string? Verification)
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
            VerificationOf(configurations));
    }

    /// <summary>The stricter one, where types of product differ.</summary>
    private static string? VerificationOf(IEnumerable<SponsorConfiguration> configurations)
    {
        VerificationNeeds[] needs = [.. configurations.Select(one => one.Verification)];
        return needs.Any(need => need.Biometric) ? ExternalVerification.Biometric : needs.Any(need => need.Otp) ? ExternalVerification.Otp : null;
    }

    /// <summary>Mandatory fields that the order leaves empty.</summary>
    public IReadOnlyList<string> MissingIn(Initiation order)
    {
        var sent = Json.ToShown(order)!.AsObject();
        return [.. MandatoryFields.Where(field => sent.TryGetPropertyValue(field, out var value) && value is null)];
    }
}
