using Readiness.Checklist;

namespace Readiness.Osigu.Items;

internal static class WebhookItems
{
    public static IReadOnlyList<ChecklistItem> All { get; } =
    [
        Item.Required("OSG-HOOK-01", Chapters.Webhooks, ProofClass.Probe, Pages.Signatures,
            "An event whose signature is not the provider's is answered 401 and has no effect.", "C2", "C3"),
        Item.Required("OSG-HOOK-02", Chapters.Webhooks, ProofClass.Probe, Pages.Events,
            "An event that is delivered again is acknowledged and has no second effect.", "C2", "C3", "C7"),
        Item.Required("OSG-HOOK-03", Chapters.Webhooks, ProofClass.Wire, Pages.Events,
            "Every event is acknowledged with 2xx within 10 seconds, also in a burst and while the provider is slow.", "C3"),
        Item.Required("OSG-HOOK-04", Chapters.Webhooks, ProofClass.Wire, Pages.Signatures,
            "An event that was signed more than 300 seconds ago, or ahead, is refused.", "C3"),
        Item.Contract("OSG-HOOK-05", Chapters.Webhooks, ProofClass.Probe, Pages.Signatures,
            "While a secret is rotated, an event is accepted when any one of its signatures is good."),
        Item.Contract("OSG-HOOK-06", Chapters.Webhooks, ProofClass.Wire, Pages.Signatures,
            "The signature is checked over the raw bytes of the body, before anything parses them."),
        Item.Contract("OSG-HOOK-07", Chapters.Webhooks, ProofClass.Probe, Pages.Events,
            "Event types and fields that are not known yet are acknowledged and do no harm."),
        Item.Contract("OSG-HOOK-08", Chapters.Webhooks, ProofClass.Probe, Pages.Events,
            "Events that arrive in another order than they were created leave the right final state."),
        Item.Contract("OSG-HOOK-09", Chapters.Webhooks, ProofClass.Probe, Pages.Events,
            "An event of the other environment has no effect."),
        Item.Contract("OSG-HOOK-10", Chapters.Webhooks, ProofClass.Wire, Pages.Webhooks,
            "The receiver is reached over HTTPS, by POST and without a redirect.") with { StatementMayStandIn = true },
    ];
}
