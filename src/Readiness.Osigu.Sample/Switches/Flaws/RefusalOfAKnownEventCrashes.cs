using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Keeps what it refuses in the table of what it accepted, and fails with 500 where the unique key objects.</summary>
internal sealed class RefusalOfAKnownEventCrashes : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.AddSingleton<KeyedInbox>();
        services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
        {
            var answer = await inner.ReceiveAsync(delivery, cancel);
            return answer.Status is StatusCodes.Status401Unauthorized
                && ProviderEvent.TryRead(delivery.Body, out var received)
                && all.GetRequiredService<KeyedInbox>().Has(received.EventId)
                    ? new WebhookAnswer(StatusCodes.Status500InternalServerError)
                    : answer;
        }));
    }
}
