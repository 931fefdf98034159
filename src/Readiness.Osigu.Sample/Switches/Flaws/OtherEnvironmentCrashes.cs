using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Looks for the settings of the event's environment, and fails with 500 where this installation has none.</summary>
internal sealed class OtherEnvironmentCrashes : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
        all.Verified(delivery, out var received) && received.Environment != all.GetRequiredService<ClinicSettings>().Environment
            ? new WebhookAnswer(StatusCodes.Status500InternalServerError)
            : await inner.ReceiveAsync(delivery, cancel)));
}
