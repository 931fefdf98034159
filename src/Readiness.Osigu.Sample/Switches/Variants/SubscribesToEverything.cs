using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Subscriptions;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Subscribes to all events, and ignores most of them.</summary>
internal sealed class SubscribesToEverything : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new SubscriptionTopics(["*"]));
}
