using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Subscriptions;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Subscribes the https address of a tunnel to this machine.</summary>
internal sealed class SubscribesThroughATunnel : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISubscriptionApi>((inner, _) =>
        new AroundSubscription(inner, url => new Uri($"https://a1b2c3.tunnel.example{url.AbsolutePath}")));
}
