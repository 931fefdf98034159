using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Decodes hex two digits at a time, and fails with 500 on the digit that is left over.</summary>
internal sealed class OddHexCrashes : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, _) => new AroundWebhook(async (delivery, cancel) =>
        SignatureParts.Of(delivery.Signature).Values.Any(value => value.Length % 2 == 1)
            ? new WebhookAnswer(StatusCodes.Status500InternalServerError)
            : await inner.ReceiveAsync(delivery, cancel)));
}
