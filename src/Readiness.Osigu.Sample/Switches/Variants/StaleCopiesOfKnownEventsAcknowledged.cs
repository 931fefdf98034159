using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Looks first whether an event is known, and acknowledges a copy of one even if its signature is too old.</summary>
internal sealed class StaleCopiesOfKnownEventsAcknowledged : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.AddSingleton<KeyedInbox>();
        services.Wrap<IWebhookReceiver>((inner, all) =>
        {
            var secrets = all.GetRequiredService<ISecrets>();
            var inbox = all.GetRequiredService<KeyedInbox>();
            return new AroundWebhook(async (delivery, cancel) =>
            {
                var parts = SignatureParts.Of(delivery.Signature);
                var isSigned = parts.Values.Contains(parts.Expected(secrets.WebhookSecrets[0], delivery.Body.Span));
                return isSigned && ProviderEvent.TryRead(delivery.Body, out var received) && inbox.Has(received.EventId)
                    ? new WebhookAnswer(StatusCodes.Status200OK, IsDuplicate: true)
                    : await inner.ReceiveAsync(delivery, cancel);
            });
        });
    }
}
