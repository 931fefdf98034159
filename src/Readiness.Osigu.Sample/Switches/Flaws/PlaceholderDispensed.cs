using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Starts to dispense while the request waits, under whatever id the placeholder carries.</summary>
internal sealed class PlaceholderDispensed : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(RequestAuthorization.Name, (inner, all) =>
        new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            if (outcome is { Message: Wording.WaitingForSponsor, Result: { } result })
            {
                var first = result["authorizations"]?.AsArray().FirstOrDefault();
                var id = (string?)first?["authorization_id"] ?? (string)result["authorization_request_id"]!;
                await StartAsync(all.GetRequiredService<IDispensingApi>(), id, (string?)result["beneficiary_id"], cancel);
            }

            return outcome;
        }));

    private static async Task StartAsync(IDispensingApi api, string id, string? beneficiary, CancellationToken cancel)
    {
        try
        {
            await api.StartAsync(id, beneficiary, cancel);
        }
        catch (ProviderFault)
        {
            // It was worth a try, such software says.
        }
    }
}
