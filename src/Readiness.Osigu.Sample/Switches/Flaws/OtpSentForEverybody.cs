using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends a password to everybody who comes to the counter, before anybody knows whether the sponsor wants one.</summary>
internal sealed class OtpSentForEverybody : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(Dispense.Name, (inner, all) =>
        new AroundOperation(async (input, cancel) =>
        {
            if (input.Deserialize<DispensingOrder>(Json.Wire) is { Beneficiary: { } person })
            {
                await SendAsync(all, person, cancel);
            }

            return await inner.RunAsync(input, cancel);
        }));

    private static async Task SendAsync(IServiceProvider all, BeneficiaryInput person, CancellationToken cancel)
    {
        try
        {
            var found = await all.GetRequiredService<BeneficiaryIds>().OfAsync(person, null, cancel);
            await all.GetRequiredService<IOtpApi>().SendAsync(found!.Value, person.SponsorSlug, cancel);
        }
        catch (ProviderFault)
        {
            // Then without.
        }
    }
}
