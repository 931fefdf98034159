using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Provider.Dispensing;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Asks the provider about a request or a code before each dispensation, although the events have told.</summary>
internal sealed class ReadsBeforeEachDispensation : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(Dispense.Name, (inner, all) => new AroundOperation(async (input, cancel) =>
    {
        await LookAsync(input.Deserialize<DispensingOrder>(Json.Wire), all, cancel);
        return await inner.RunAsync(input, cancel);
    }));

    private static async Task LookAsync(DispensingOrder? order, IServiceProvider all, CancellationToken cancel)
    {
        try
        {
            if (order?.AuthorizationRequestId is { } request)
            {
                all.GetRequiredService<AuthorizationBook>().SaveAnswer(await all.GetRequiredService<IAuthorizationApi>().ReadAsync(request, cancel));
            }
            else if (order?.Code is { } code)
            {
                await all.GetRequiredService<IDispensingApi>().FindByCodeAsync(code, cancel);
            }
        }
        catch (ProviderFault)
        {
            // The look is for certainty; what the clinic knows is enough to go on.
        }
    }
}
