using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Claims;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Submits a claim for what the completed dispensation already claimed.</summary>
internal sealed class ClaimsAfterInsuredDispensation : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(Dispense.Name, (inner, all) =>
        new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            var request = input.Deserialize<DispensingOrder>(Json.Wire)?.AuthorizationRequestId is { } id
                ? all.GetRequiredService<AuthorizationBook>().Find(id)
                : null;
            if (outcome.Word is Outcome.Succeeded && request is { BeneficiaryId: { } beneficiary, SponsorSlug: { } sponsor })
            {
                await ClaimAsync(all.GetRequiredService<IClaimApi>(), beneficiary, sponsor, request, cancel);
            }

            return outcome;
        }));

    private static async Task ClaimAsync(IClaimApi claims, string beneficiary, string sponsor, StoredRequest request, CancellationToken cancel)
    {
        try
        {
            await claims.CreateAsync(
                new NewClaim
                {
                    BeneficiaryId = beneficiary,
                    SponsorSlug = sponsor,
                    DiagnosisCode = "R51",
                    LineItems = [.. request.Authorizations.SelectMany(one => one.Products.Select(product => new ClaimLine
                    {
                        ProductCode = product.ProductCode,
                        ProductType = one.ProductType,
                        Quantity = product.Quantity ?? 1,
                    }))],
                },
                cancel);
        }
        catch (ProviderFault)
        {
            // Software that claims twice does not look at the answer either.
        }
    }
}
