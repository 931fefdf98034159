using Readiness.Checklist;

namespace Readiness.Osigu.Items;

internal static class SadPathItems
{
    public static IReadOnlyList<ChecklistItem> All { get; } =
    [
        Item.Required("OSG-BEN-01", Chapters.SadPaths, ProofClass.Probe, Pages.Sandbox,
            "When the sponsor does not know a person, the user is told so and nothing is requested.", "C2"),
        Item.Required("OSG-BEN-02", Chapters.SadPaths, ProofClass.Probe, Pages.Sandbox,
            "When a patient's coverage is not active, the user is told so and nothing is requested.", "C2"),
        Item.Required("OSG-AUTH-01", Chapters.SadPaths, ProofClass.Drive, Pages.Authorizations,
            "A request that lacks a required document is completed with it or left open; it is neither repeated nor used.", "C2"),
        Item.Required("OSG-AUTH-02", Chapters.SadPaths, ProofClass.Probe, Pages.Sandbox,
            "A rejection is shown with the sponsor's reason, and only what was approved is dispensed.", "C2"),
        Item.Required("OSG-DISP-01", Chapters.SadPaths, ProofClass.Drive, Pages.Sandbox,
            "When a code was already used, the user is told so, and the dispensation is neither repeated nor completed.", "C2"),
    ];
}
