using Readiness.Osigu.Sample.Provider.Subscriptions;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The subscription API with another address than the clinic's own.</summary>
internal sealed class AroundSubscription(ISubscriptionApi inner, Func<Uri, Uri> address) : ISubscriptionApi
{
    public Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancel) => inner.ListAsync(cancel);

    public Task CreateAsync(Uri url, SubscriptionTopics topics, CancellationToken cancel) => inner.CreateAsync(address(url), topics, cancel);
}
