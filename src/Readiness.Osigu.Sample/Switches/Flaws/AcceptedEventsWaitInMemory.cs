using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Acknowledges an event and keeps it in a queue in memory, which is worked off a while later.</summary>
internal sealed class AcceptedEventsWaitInMemory : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IInbox>((inner, all) => new QueueInMemory(inner, all.GetRequiredService<TimeProvider>()));
}
