using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Looks up the request of an event and fails with 500 where there is none.</summary>
internal sealed class UnknownIdCrashesReceiver : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
    {
        var signatures = all.GetRequiredService<ISignatureCheck>();
        var book = all.GetRequiredService<AuthorizationBook>();
        return signatures.Accepts(delivery.Signature, delivery.Body.Span)
            && ProviderEvent.TryRead(delivery.Body, out var received)
            && received.Text("authorization_request_id") is { } request
            && book.Find(request) is null
                ? new WebhookAnswer(StatusCodes.Status500InternalServerError)
                : await inner.ReceiveAsync(delivery, cancel);
    }));
}
