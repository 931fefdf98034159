using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Acknowledges at the edge, and drops behind it what the application's strict parser does not take.</summary>
internal sealed class AcknowledgedAndDropped : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IInbox>((inner, _) => new AroundInbox(async (received, delivery, cancel) =>
        delivery.HasUnknownFields() || await inner.TakeAsync(received, delivery, cancel)));
}
