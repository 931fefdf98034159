using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>What a write that loses its answer stands for.</summary>
/// <param name="Write">The request that loses its answer.</param>
/// <param name="Once">The request that must take effect once only for one piece of work.</param>
/// <param name="Aim">The request that reaches the business aim.</param>
/// <param name="Undo">The request that takes it back; null where there is none.</param>
/// <param name="Thing">What comes into being, in the words of a finding.</param>
/// <param name="Stands">True where the lost write alone leaves something that a user may not be told has failed.</param>
internal sealed record LostWriteKind(string Write, string Once, string Aim, string? Undo, string Thing, bool Stands)
{
    private const string Prescription = "create-prescription";

    private static readonly LostWriteKind[] All =
    [
        new("complete-dispensation", "complete-dispensation", "complete-dispensation", "void-dispensation", "dispensation", Stands: true),
        new("create-claim", "create-claim", "complete-claim", "void-claim", "claim", Stands: true),
        // Nothing takes a prescription back.
        new(Prescription, Prescription, Prescription, null, "prescription", Stands: true),
        new("create-settlement", "create-settlement", "dispatch-settlement", null, "batch", Stands: true),
        // Attached again is attached once, and what is attached but not dispatched is with nobody yet.
        new("attach-claims", "create-settlement", "dispatch-settlement", null, "batch", Stands: false),
        // An initiated request that is never completed binds nobody.
        new("initiate-authorization", "complete-authorization", "complete-authorization", "void-authorization", "authorization", Stands: false),
    ];

    public static LostWriteKind Of(string write) => All.Single(kind => kind.Write == write);

    /// <summary>What the request does, whichever version of the call it is.</summary>
    public static string? OperationOf(Exchange exchange) =>
        exchange.Request.Operation is { } named && named.StartsWith($"{Prescription}-", StringComparison.Ordinal) ? Prescription : exchange.Request.Operation;
}
