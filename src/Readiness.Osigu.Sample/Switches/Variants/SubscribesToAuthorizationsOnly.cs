using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Subscriptions;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Subscribes to authorizations and reads the rest when somebody asks.</summary>
internal sealed class SubscribesToAuthorizationsOnly : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new SubscriptionTopics(["authorization.*"]));
}
