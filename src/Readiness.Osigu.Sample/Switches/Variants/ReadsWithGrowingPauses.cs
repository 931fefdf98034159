using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Reads a waiting request after one second, two, four and so on, in case an event gets lost.</summary>
internal sealed class ReadsWithGrowingPauses : ISwitch
{
    private const int Times = 6;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    public void Install(IServiceCollection services) => services.WrapOperation(RequestAuthorization.Name, (inner, all) =>
        new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            if (outcome is { Message: Wording.WaitingForSponsor, Result: { } result })
            {
                _ = WatchAsync((string)result["authorization_request_id"]!, all);
            }

            return outcome;
        }));

    private static async Task WatchAsync(string request, IServiceProvider all)
    {
        var pause = First;
        for (var time = 0; time < Times; time++, pause *= 2)
        {
            await Task.Delay(pause, all.GetRequiredService<TimeProvider>());
            try
            {
                await all.GetRequiredService<IAuthorizationApi>().ReadAsync(request, CancellationToken.None);
            }
            catch (ProviderFault)
            {
                // The event is what counts; this was for safety.
            }
        }
    }
}
