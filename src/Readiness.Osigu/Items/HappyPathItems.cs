using Readiness.Checklist;

namespace Readiness.Osigu.Items;

internal static class HappyPathItems
{
    public static IReadOnlyList<ChecklistItem> All { get; } =
    [
        Item.Required("OSG-FLOW-01", Chapters.HappyPaths, ProofClass.Drive, Pages.Sandbox,
            "A patient is looked up, an authorization is requested, and each approved authorization is dispensed under its own code.", "C1"),
        Item.Required("OSG-FLOW-02", Chapters.HappyPaths, ProofClass.Drive, Pages.Sandbox,
            "A prescription is issued for a patient who is registered once, and dispensed under the code that the provider gave it.", "C1") with
            {
                Capability = "prescription",
            },
        Item.Required("OSG-FLOW-03", Chapters.HappyPaths, ProofClass.Drive, Pages.Sandbox,
            "A claim is completed, and all completed claims that await settlement are batched and dispatched; dispatched is not taken for paid.", "C1") with
            {
                Capability = "settlement",
            },
    ];
}
