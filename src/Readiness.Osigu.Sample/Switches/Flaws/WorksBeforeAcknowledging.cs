using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads the request at the provider and does the work while the provider waits for the acknowledgement.</summary>
internal sealed class WorksBeforeAcknowledging : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IInbox>((inner, all) => new AroundInbox(async (received, delivery, cancel) =>
    {
        var isNew = await inner.TakeAsync(received, delivery, cancel);
        if (isNew && received.Text("authorization_request_id") is { } request)
        {
            await ReadAsync(all.GetRequiredService<IAuthorizationApi>(), request);
            all.GetRequiredService<EventWorker>().WorkOff();
        }

        return isNew;
    }));

    private static async Task ReadAsync(IAuthorizationApi api, string request)
    {
        try
        {
            await api.ReadAsync(request, CancellationToken.None);
        }
        catch (ProviderFault)
        {
            // The event says what it says; the read was a habit.
        }
    }
}
