using System.Text.Json;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Provider.Subscriptions;

/// <summary>Which events the clinic asks the provider to send. The other families tell it nothing that it does not know.</summary>
internal sealed record SubscriptionTopics(IReadOnlyList<string> EventTypes)
{
    public static SubscriptionTopics Decisions { get; } = new(["authorization.*", "settlement.*"]);
}

internal sealed record Subscription
{
    public string? SubscriptionId { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string> EventTypes { get; init; } = [];
}

/// <summary>Where the provider sends events.</summary>
internal interface ISubscriptionApi
{
    Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancel);

    Task CreateAsync(Uri url, SubscriptionTopics topics, CancellationToken cancel);
}

internal sealed class SubscriptionApi(OsiguHttp http) : ISubscriptionApi
{
    private const string Subscriptions = "webhooks/v1/subscriptions";

    /// <summary>The shape of the list is not documented: an array, or a page of one, is read.</summary>
    public async Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancel)
    {
        var body = await http.GetAsync<JsonElement>(Subscriptions, cancel);
        var list = body.ValueKind is JsonValueKind.Object
            ? body.EnumerateObject().Select(property => property.Value).FirstOrDefault(value => value.ValueKind is JsonValueKind.Array)
            : body;
        return list.ValueKind is JsonValueKind.Array ? list.Deserialize<IReadOnlyList<Subscription>>(Json.Wire) ?? [] : [];
    }

    public Task CreateAsync(Uri url, SubscriptionTopics topics, CancellationToken cancel) =>
        http.PostAsync<Subscription>(
            Subscriptions, new { Url = url.ToString(), topics.EventTypes }, Repeat.OnlyIfNotProcessed, cancel);
}
