using System.Collections.Concurrent;
using System.Collections.Immutable;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu;

/// <summary>Delivers what the sandbox publishes, as the provider does: to subscribers of that kind of event, again a few times where it is not accepted.</summary>
public sealed class EventDesk(RunContext context) : IEventOutbox
{
    /// <summary>The note that a decision cannot be delivered, because the integration's own subscription leaves it out.</summary>
    public const string NotDeliverable = "decision not deliverable";

    private static readonly TimeSpan[] RetryGaps = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    private readonly ConcurrentDictionary<string, Task> underWay = new();
    private readonly ConcurrentDictionary<string, ImmutableList<ProviderEvent>> kept = new();
    private readonly ConcurrentDictionary<string, bool> keeping = new();
    private readonly CancellationTokenSource closing = new();
    private Route? route;

    /// <summary>Where and how events go, from now on.</summary>
    /// <param name="receiver">Null to follow the integration's own subscriptions.</param>
    public void Open(SubscriptionRegistry subscriptions, OsiguWebhooks webhooks, Uri? receiver) => route = new Route(subscriptions, webhooks, receiver);

    /// <summary>Keeps the stimulus' events for the scenario, which delivers them in a way of its own.</summary>
    public void Keep(string stimulus) => keeping[stimulus] = true;

    public void Publish(ProviderEvent due)
    {
        if (due.Stimulus is { } stimulus && keeping.ContainsKey(stimulus))
        {
            kept.AddOrUpdate(stimulus, [due], (_, events) => events.Add(due));
            return;
        }

        if (route is { } open)
        {
            underWay[due.EventId] = Task.Run(() => Deliver(due, open, closing.Token));
        }
    }

    /// <summary>The events that were kept for the stimulus, oldest first.</summary>
    public IReadOnlyList<ProviderEvent> Kept(string stimulus) => kept.GetValueOrDefault(stimulus, []);

    /// <summary>Waits until everything published so far was accepted or given up.</summary>
    public Task Idle() => Task.WhenAll(underWay.Values);

    /// <summary>Gives up what is still to be delivered.</summary>
    public async Task Close()
    {
        await closing.CancelAsync();
        await Idle().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Deliver(ProviderEvent due, Route open, CancellationToken cancellation)
    {
        if (!open.Subscriptions.Wants(due.EventType))
        {
            context.Recorder.Note(
                NotDeliverable,
                ("event_type", due.EventType),
                ("stimulus", due.Stimulus),
                ("subscribed", string.Join(", ", open.Subscriptions.Current.SelectMany(subscription => subscription.EventTypes))));
            return;
        }

        if (open.ReceiverOf(due.EventType) is not { } receiver)
        {
            return;
        }

        var delivery = await context.Dispatcher.Send(open.Webhooks.Message(due, receiver, WebhookManner.First), cancellation);
        foreach (var gap in RetryGaps)
        {
            if (delivery.Acknowledged)
            {
                return;
            }

            await Task.Delay(gap, context.Clock, cancellation);
            delivery = await context.Dispatcher.Send(open.Webhooks.Message(due, receiver, WebhookManner.Again), cancellation);
        }
    }

    private sealed record Route(SubscriptionRegistry Subscriptions, OsiguWebhooks Webhooks, Uri? Receiver)
    {
        public Uri? ReceiverOf(string eventType) =>
            Receiver ?? (Subscriptions.Current.LastOrDefault(subscription => subscription.Wants(eventType)) is { } wish && Uri.TryCreate(wish.Url, UriKind.Absolute, out var url) ? url : null);
    }
}
