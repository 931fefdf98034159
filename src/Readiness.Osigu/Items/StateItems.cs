using Readiness.Checklist;

namespace Readiness.Osigu.Items;

internal static class StateItems
{
    public static IReadOnlyList<ChecklistItem> All { get; } =
    [
        Item.Required("OSG-STATE-01", Chapters.SandboxReset, ProofClass.Drive, Pages.Sandbox,
            "After the sandbox was wiped the integration looks things up again and goes on."),
        Item.Required("OSG-STATE-02", Chapters.SandboxReset, ProofClass.Drive, Pages.Sandbox,
            "Identifiers of the sandbox never reach production, nor the other way round.") with { StatementMayStandIn = true },
        Item.Required("OSG-SEC-01", Chapters.Secrets, ProofClass.Inspect, Pages.Sandbox,
            "The client secret and the webhook secret are kept in a secrets manager, not in code.", "C6") with
        {
            StatementMayStandIn = true,
            LeftToState = "which manager holds the secrets in production, who has access, and how often they are replaced",
        },
        Item.Required("OSG-MON-01", Chapters.Monitoring, ProofClass.Drive, Pages.Sandbox,
            "Alerts exist for token failures, for webhook errors and for stalls.", "C8") with { StatementMayStandIn = true },
    ];
}
