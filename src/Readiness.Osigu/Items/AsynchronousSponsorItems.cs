using Readiness.Checklist;

namespace Readiness.Osigu.Items;

internal static class AsynchronousSponsorItems
{
    public static IReadOnlyList<ChecklistItem> All { get; } =
    [
        Asynchronous("OSG-ASYNC-01", ProofClass.Drive,
            "The integration has worked with an asynchronous sponsor and has received an approval and a rejection."),
        Asynchronous("OSG-ASYNC-02", ProofClass.Probe,
            "A decision is picked up from its event within about a minute of the request."),
        Asynchronous("OSG-ASYNC-03", ProofClass.Probe,
            "While the sponsor is silent a request stays pending: it is not used, repeated or given up, and a late decision still counts."),
    ];

    private static ChecklistItem Asynchronous(string id, ProofClass proof, string statement) =>
        Item.Required(id, Chapters.AsynchronousSponsor, proof, Pages.Sandbox, statement) with { Capability = "asynchronous" };
}
