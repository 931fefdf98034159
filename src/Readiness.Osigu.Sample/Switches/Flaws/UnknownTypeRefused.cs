using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Answers 400 to a type that it does not know.</summary>
internal sealed class UnknownTypeRefused : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
        all.Verified(delivery, out var received) && !received.IsOfDocumentedType()
            ? new WebhookAnswer(StatusCodes.Status400BadRequest)
            : await inner.ReceiveAsync(delivery, cancel)));
}
