using System.Text.RegularExpressions;

namespace Readiness.Osigu.Sandbox;

/// <summary>Which events the integration asked for. Part of the account: outlives a reset of the data.</summary>
public sealed class SubscriptionRegistry
{
    private readonly OsiguWorld world;
    private readonly Registry<Subscription> all = new();
    private bool everSubscribed;

    internal SubscriptionRegistry(OsiguWorld world) => this.world = world;

    /// <summary>The subscriptions that count now.</summary>
    public IReadOnlyList<Subscription> Current => world.Change<IReadOnlyList<Subscription>>(() => [.. all.All]);

    /// <summary>True where an event of this type is wanted: one of the globs matches, or nobody ever subscribed.</summary>
    public bool Wants(string eventType) => world.Change(() => !everSubscribed || all.All.Any(subscription => subscription.Wants(eventType)));

    internal Registry<Subscription> All => all;

    internal void Add(Subscription subscription)
    {
        everSubscribed = true;
        all.Add(subscription);
    }
}

/// <summary>A wish for events.</summary>
/// <param name="Url">Where they are to go, as the integration wrote it.</param>
/// <param name="EventTypes">Globs such as <c>authorization.*</c>, or <c>*</c>.</param>
public sealed record Subscription(string Id, string Url, IReadOnlyList<string> EventTypes) : IResource
{
    string? IResource.Stimulus => null;

    public bool Wants(string eventType) => EventTypes.Any(glob =>
        Regex.IsMatch(eventType, $"^{Regex.Escape(glob).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
