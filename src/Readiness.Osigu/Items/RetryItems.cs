using Readiness.Checklist;

namespace Readiness.Osigu.Items;

internal static class RetryItems
{
    public static IReadOnlyList<ChecklistItem> All { get; } =
    [
        Item.Required("OSG-RETRY-01", Chapters.Retries, ProofClass.Drive, Pages.Sandbox,
            "A 5xx answer is retried after a pause and a limited number of times, and the user is told when that does not help.", "C5"),
        Item.Contract("OSG-RETRY-02", Chapters.Retries, ProofClass.Drive, Pages.Errors,
            "A request that the provider has refused with 400, 403, 404, 409 or 422 is not sent again unchanged."),
        Item.Contract("OSG-RETRY-03", Chapters.Retries, ProofClass.Drive, Pages.Authorizations,
            "A write whose answer got lost is not done twice, and the user is told what is true or that it is not known."),
        Item.Required("OSG-RATE-01", Chapters.Limits, ProofClass.Drive, Pages.Sandbox,
            "The integration keeps within 50 calls a minute in the sandbox, and slows down when it is told to."),
        Item.Required("OSG-LOAD-01", Chapters.Limits, ProofClass.Attest, Pages.Sandbox,
            "Load tests are announced a day ahead, use cached tokens and no more than ten workers."),
    ];
}
