using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Takes a second and a half for each acknowledgement: slow, and still in time.</summary>
internal sealed class AcknowledgesSlowly : ISwitch
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.5);

    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) =>
    {
        var time = all.GetRequiredService<TimeProvider>();
        return new AroundWebhook(async (delivery, cancel) =>
        {
            await Task.Delay(Pace, time, cancel);
            return await inner.ReceiveAsync(delivery, cancel);
        });
    });
}
