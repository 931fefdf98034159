using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Answers 202 to types that it does not know, and keeps them for a version that does.</summary>
internal sealed class KeepsUnknownTypesForLater : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
    {
        var answer = await inner.ReceiveAsync(delivery, cancel);
        return answer.Status is StatusCodes.Status200OK && ProviderEvent.TryRead(delivery.Body, out var received) && !received.IsOfDocumentedType()
            ? answer with { Status = StatusCodes.Status202Accepted }
            : answer;
    }));
}
