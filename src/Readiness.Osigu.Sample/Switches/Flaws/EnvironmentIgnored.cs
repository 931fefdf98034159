using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Works on whatever is well signed, whichever environment it comes from.</summary>
internal sealed class EnvironmentIgnored : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
    {
        if (!all.Verified(delivery, out var received) || received.Environment == all.GetRequiredService<ClinicSettings>().Environment)
        {
            return await inner.ReceiveAsync(delivery, cancel);
        }

        await all.GetRequiredService<IInbox>().TakeAsync(received, delivery, cancel);
        return new WebhookAnswer(StatusCodes.Status200OK);
    }));
}
