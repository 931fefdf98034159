using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes each event from its queue twice, as queues do that promise "at least once", and does the work each time.</summary>
internal sealed class QueueConsumerWorksTwice : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IEventEffects>((inner, _) => new AroundEffects((connection, received) =>
    {
        inner.Apply(connection, received);
        inner.Apply(connection, received);
    }));
}
