using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Subscriptions;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Subscribes a public address over plain HTTP.</summary>
internal sealed class SubscribesOverPlainHttp : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISubscriptionApi>((inner, _) =>
        new AroundSubscription(inner, url => new Uri($"http://hooks.clinic.example{url.AbsolutePath}")));
}
