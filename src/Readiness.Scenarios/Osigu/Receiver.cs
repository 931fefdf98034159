using System.Globalization;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Sandbox.Provider;
using Readiness.Sandbox.Webhooks;

namespace Readiness.Scenarios.Osigu;

/// <summary>The integration's webhook receiver, and what a scenario sends to it.</summary>
public sealed class Receiver
{
    private static Uri Url => OsiguScene.Run.Receiver ?? throw new NotExercisedException("the configuration names no webhook.url");

    /// <summary>How far the receiver's clock is ahead of this machine's, by the Date of its last answer; zero where it sends none.</summary>
    public static TimeSpan Skew
    {
        get
        {
            var last = OsiguScene.Recorder.Snapshot().Deliveries.LastOrDefault(delivery => delivery.Answer?.Headers.Value("Date") is not null);
            if (last is null || !DateTimeOffset.TryParse(last.Answer!.Headers.Value("Date"), CultureInfo.InvariantCulture, out var theirs))
            {
                return TimeSpan.Zero;
            }

            var skew = theirs - (OsiguScene.Clock.GetUtcNow() - (OsiguScene.Recorder.Now - last.Answer.LastByteAt));

            // The header has a grain of one second, and the answer took its time.
            return skew.Duration() <= TimeSpan.FromSeconds(2) ? TimeSpan.Zero : skew;
        }
    }

    public Task<Delivery> Deliver(ProviderEvent carried, WebhookManner manner) =>
        OsiguScene.Run.Context.Dispatcher.Send(Message(carried, manner), OsiguScene.Run.Context.Cancellation);

    /// <summary>As <see cref="Deliver(ProviderEvent, WebhookManner)"/>, by a clock that is off by as much as the receiver's.</summary>
    public Task<Delivery> Deliver(ProviderEvent carried, WebhookManner manner, TimeSpan skew) =>
        OsiguScene.Run.Context.Dispatcher.Send(OsiguScene.Session.Webhooks.Message(carried, Url, manner, skew), OsiguScene.Run.Context.Cancellation);

    /// <summary>The event in other bytes of the same meaning.</summary>
    public Task<Delivery> Deliver(ProviderEvent carried, BodyStyle style)
    {
        var reformatted = OsiguScene.Sandbox.Events.Reformatted(carried, style);
        var message = Message(reformatted, WebhookManner.First) with { Manner = $"style-{KebabCase(style.ToString())}" };
        return OsiguScene.Run.Context.Dispatcher.Send(message, OsiguScene.Run.Context.Cancellation);
    }

    /// <summary>A genuine event that is unusual in what it carries, under a name for the journal.</summary>
    public Task<Delivery> Deliver(ProviderEvent carried, string manner) =>
        OsiguScene.Run.Context.Dispatcher.Send(Message(carried, WebhookManner.First) with { Manner = manner }, OsiguScene.Run.Context.Cancellation);

    /// <summary>A genuine event to another address of the same host, as the integration subscribed it; null where it subscribed none.</summary>
    public async Task<Delivery?> DeliverToSubscribed(ProviderEvent carried)
    {
        var other = OsiguScene.Sandbox.Subscriptions.Current
            .Select(subscription => Uri.TryCreate(subscription.Url, UriKind.Absolute, out var address) ? address : null)
            .LastOrDefault(address => address is not null && address.Host == Url.Host && address != Url);
        return other is null
            ? null
            : await OsiguScene.Run.Context.Dispatcher.Send(Message(carried, WebhookManner.First) with { Url = other, Manner = ReceiverReach.SubscribedAddress }, OsiguScene.Run.Context.Cancellation);
    }

    /// <summary>Copies of one event, each freshly signed, whose last bytes leave together.</summary>
    public Task<IReadOnlyList<Delivery>> DeliverTogether(ProviderEvent carried, int copies)
    {
        WebhookMessage[] messages = [.. Enumerable.Range(0, copies).Select(copy => Message(carried, copy == 0 ? WebhookManner.First : WebhookManner.Again))];
        return OsiguScene.Run.Context.Dispatcher.SendTogether(messages, OsiguScene.Run.Context.Cancellation);
    }

    private static WebhookMessage Message(ProviderEvent carried, WebhookManner manner) => OsiguScene.Session.Webhooks.Message(carried, Url, manner);

    private static string KebabCase(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
