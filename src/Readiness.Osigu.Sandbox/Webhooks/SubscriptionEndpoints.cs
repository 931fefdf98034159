using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Webhook subscriptions. A plain <c>http</c> address is taken, and noted in the journal.</summary>
internal sealed class SubscriptionEndpoints(OsiguWorld world, SubscriptionRegistry subscriptions)
{
    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Post("/webhooks/v1/subscriptions", "subscribe", Subscribe),
        Endpoint.Get("/webhooks/v1/subscriptions", "list-subscriptions", call => Page.Of(call, subscriptions.All.All.Select(Shown), world.Options.LargestPage)),
        Endpoint.Delete("/webhooks/v1/subscriptions/{id}", "unsubscribe", Unsubscribe),
    ];

    private Reply Subscribe(OsiguCall call)
    {
        var url = call.Fields.Text("url");
        var parsed = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
        if (url.Length > 0 && parsed is null)
        {
            call.Fields.Problem("url", "must be an absolute https address");
        }

        var types = call.Fields.Entries("event_types").Select(entry => entry.Text).ToList();
        if (types.Any(string.IsNullOrWhiteSpace))
        {
            call.Fields.Problem("event_types", "must be texts");
        }

        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        call.Note("url.scheme", parsed!.Scheme);
        call.Note("url.reach", HostReach.Of(parsed));
        var subscription = new Subscription(world.Ids.TextId("subscription_id", "sub", stimulus: null), url, types!);
        subscriptions.Add(subscription);
        return Reply.Created(Shown(subscription));
    }

    private Reply Unsubscribe(OsiguCall call)
    {
        if (!subscriptions.All.TryFind(call.Path("id"), out var subscription))
        {
            return Reply.NotFound("subscription");
        }

        subscriptions.All.Remove(subscription);
        return new Reply.Nothing(204);
    }

    private static JsonObject Shown(Subscription subscription) => new()
    {
        ["subscription_id"] = subscription.Id,
        ["url"] = subscription.Url,
        ["event_types"] = new JsonArray([.. subscription.EventTypes.Select(type => (JsonNode)type)]),
    };
}
