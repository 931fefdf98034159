using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Answers 403 to a well-signed event of another environment.</summary>
internal sealed class OtherEnvironmentRefused : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
        all.Verified(delivery, out var received) && received.Environment != all.GetRequiredService<ClinicSettings>().Environment
            ? new WebhookAnswer(StatusCodes.Status403Forbidden)
            : await inner.ReceiveAsync(delivery, cancel)));
}
