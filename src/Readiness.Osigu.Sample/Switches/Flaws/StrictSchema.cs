using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Answers 422 to an event with a field that its schema does not have.</summary>
internal sealed class StrictSchema : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
        all.Verified(delivery, out var _) && delivery.HasUnknownFields()
            ? new WebhookAnswer(StatusCodes.Status422UnprocessableEntity)
            : await inner.ReceiveAsync(delivery, cancel)));
}
