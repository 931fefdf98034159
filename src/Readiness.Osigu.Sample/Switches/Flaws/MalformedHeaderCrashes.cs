using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Expects the signature header to be well-formed, and fails with 500 where it is not.</summary>
internal sealed class MalformedHeaderCrashes : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, _) => new AroundWebhook(async (delivery, cancel) =>
        SignatureHeader.TryRead(delivery.Signature, out var _)
            ? await inner.ReceiveAsync(delivery, cancel)
            : new WebhookAnswer(StatusCodes.Status500InternalServerError)));
}
