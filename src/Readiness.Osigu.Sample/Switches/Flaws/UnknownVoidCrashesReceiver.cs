using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Voids with an UPDATE that must hit one row, and answers 500 where it hits none.</summary>
internal sealed class UnknownVoidCrashesReceiver : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
        all.GetRequiredService<ISignatureCheck>().Accepts(delivery.Signature, delivery.Body.Span)
        && ProviderEvent.TryRead(delivery.Body, out var received)
        && received.EventType is "authorization.voided"
        && received.Text("authorization_request_id") is { } request
        && all.GetRequiredService<AuthorizationBook>().Find(request) is null
            ? new WebhookAnswer(StatusCodes.Status500InternalServerError)
            : await inner.ReceiveAsync(delivery, cancel)));
}
