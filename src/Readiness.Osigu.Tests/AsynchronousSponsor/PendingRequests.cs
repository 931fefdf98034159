namespace Readiness.Osigu.Tests.AsynchronousSponsor;

/// <summary>Requests that wait for the sponsor, in one line each.</summary>
internal static class PendingRequests
{
    /// <summary>A request that was answered <c>PENDING_SPONSOR</c> half a second after it was asked for.</summary>
    public static JournalBuilder Request(this JournalBuilder journal, string id, string purpose, double at, Outcome? outcome = Outcome.Pending, string state = "PENDING_SPONSOR", params (string Key, string Value)[] data) =>
        journal.Stimulus(id, purpose, at, data: data)
            .Operation(id, "authorization.request", at, outcome, "The sponsor decides later.", lasts: 1)
            .Call(id, "initiate-authorization", at + 0.2, 201)
            .Call(id, "complete-authorization", at + 0.5, 200, answer: $$"""{"status":"{{state}}"}""");

    public static JournalBuilder Approval(this JournalBuilder journal, string id, double at, int? status = 200) => journal.Delivery(id, $"evt_{id}", at, status);

    public static JournalBuilder Rejection(this JournalBuilder journal, string id, double at, int? status = 200) => journal.Delivery(id, $"evt_{id}", at, status, eventType: "authorization.rejected");

    /// <summary>A read-back of what the integration believes.</summary>
    public static JournalBuilder Believes(this JournalBuilder journal, string id, double at, string status, string code = "AUTH-1") =>
        journal.Probe(id, "authorization.status", at, $$"""{"status":"{{status}}","authorizations":[{"authorization_code":"{{code}}"}]}""");
}
