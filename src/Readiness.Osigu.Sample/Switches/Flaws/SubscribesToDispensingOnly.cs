using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Subscriptions;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Subscribes to dispensing, so that no decision ever arrives.</summary>
internal sealed class SubscribesToDispensingOnly : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new SubscriptionTopics(["dispensing.*"]));
}
