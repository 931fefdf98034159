using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Reads the request once when a withdrawal comes before its approval, and goes by the events all the same.</summary>
internal sealed class ReconcilesByOneRead : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IInbox>((inner, all) => new AroundInbox(async (received, delivery, cancel) =>
    {
        var isNew = await inner.TakeAsync(received, delivery, cancel);
        if (isNew && received.EventType is "authorization.voided" && received.Text("authorization_request_id") is { } request)
        {
            _ = Task.Run(() => ReadAsync(all.GetRequiredService<IAuthorizationApi>(), request), CancellationToken.None);
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
            // The read was for safety; the event says what it says.
        }
    }
}
