using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>What a run shows of the way on which the provider would reach the receiver.</summary>
public static class ReceiverReach
{
    /// <summary>How an event is marked that went to the address which the integration subscribed.</summary>
    public const string SubscribedAddress = "subscribed-address";

    /// <summary>The setting that is not empty where authorities are declared for the receiver.</summary>
    private const string Authorities = "webhook.ca";

    /// <summary>True where deliveries over https were judged by authorities that the partner declared.</summary>
    public static bool DeclaresAuthorities(Journal journal) => journal.Run?.Settings.GetValueOrDefault(Authorities) is { Length: > 0 };

    /// <summary>Genuine events that were accepted over https, at a certificate that an authority vouches for.</summary>
    public static IReadOnlyList<Delivery> Shown(Journal journal) =>
        [.. journal.Deliveries.Where(delivery => delivery is { Sent.Genuine: true, Acknowledged: true, Answer.Tls: { Faults.Count: 0, TrustedBy: "system" or "declared" } })];

    /// <summary>Why this run does not show that the receiver is reached over https; null where it does.</summary>
    public static string? NotShown(Journal journal)
    {
        var shown = Shown(journal);
        var subscribed = Subscriptions(journal) is [.., var last] ? last : null;
        var tried = journal.Deliveries.LastOrDefault(delivery => delivery is { Sent.Genuine: true, Answer.Tls: not null });
        return (shown.Count, subscribed?.Annotation("url.scheme"), tried?.Answer) switch
        {
            ( > 0, not "http", _) => null,
            ( > 0, _, _) => $"events are accepted over https, but the integration subscribed a plain http address ({subscribed!.Number})",
            (_, _, null) => "the receiver is reached over plain http in this run, so that nothing was shown of its certificate",
            (_, _, { Tls.TrustedBy: "itself" }) => $"webhook.ca holds the receiver's own certificate, so that no authority vouches for it ({tried!.Number})",
            (_, _, { Problem: { } problem }) => $"no event was accepted over https ({tried!.Number}): {problem}",
            _ => $"no event was accepted over https ({tried!.Number})",
        };
    }

    internal static IReadOnlyList<Exchange> Subscriptions(Journal journal) =>
        [.. journal.Exchanges.Where(exchange => exchange.Request.Operation == "subscribe" && exchange.Succeeded)];
}
