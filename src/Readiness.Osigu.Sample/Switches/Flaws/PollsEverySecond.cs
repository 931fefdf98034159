using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Asks every second for the state of each waiting request, to show it on a screen.</summary>
internal sealed class PollsEverySecond : ISwitch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A few workers, however many requests wait: it asks too often, and not too much at once.
    private readonly SemaphoreSlim workers = new(4);

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

    private async Task WatchAsync(string request, IServiceProvider all)
    {
        var waits = true;
        while (waits)
        {
            await Task.Delay(Pause, all.GetRequiredService<TimeProvider>());
            waits = await WaitsAsync(request, all.GetRequiredService<IAuthorizationApi>());
        }
    }

    private async Task<bool> WaitsAsync(string request, IAuthorizationApi api)
    {
        await workers.WaitAsync();
        try
        {
            return (await api.ReadAsync(request, CancellationToken.None)).Status is AuthorizationStatus.PendingSponsor;
        }
        catch (ProviderFault fault)
        {
            return fault.Kind is not FaultKind.NotFound;
        }
        finally
        {
            workers.Release();
        }
    }
}
