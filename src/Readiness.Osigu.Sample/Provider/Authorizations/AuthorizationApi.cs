using System.Text;
using Readiness.Osigu.Sample.Provider.Dispensing;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Provider.Authorizations;

/// <summary>Pre-authorization: initiate, attach, complete.</summary>
internal interface IAuthorizationApi
{
    /// <summary>Harmless to repeat: an initiated request that is never completed binds nobody.</summary>
    Task<Initiated> InitiateAsync(Initiation order, CancellationToken cancel);

    Task AttachIndicationAsync(string requestId, string indication, CancellationToken cancel);

    /// <summary>Asks for the decision. A lost answer is settled by reading the request.</summary>
    Task<RequestState> CompleteAsync(string requestId, ExternalVerification? proof, CancellationToken cancel);

    Task<RequestState> ReadAsync(string requestId, CancellationToken cancel);
}

internal sealed class AuthorizationApi(OsiguHttp http, SettledWrite settled) : IAuthorizationApi
{
    private const string Requests = "arc/v1/authorization-requests";

    public Task<Initiated> InitiateAsync(Initiation order, CancellationToken cancel) =>
        http.PostAsync<Initiated>(Requests, order, Repeat.Anytime, cancel);

    public Task AttachIndicationAsync(string requestId, string indication, CancellationToken cancel) =>
        http.PostFileAsync<Attached>(
            $"{Requests}/{Route.Segment(requestId)}/indications", "indication.txt", Encoding.UTF8.GetBytes(indication), Repeat.Anytime, cancel);

    public Task<RequestState> CompleteAsync(string requestId, ExternalVerification? proof, CancellationToken cancel) =>
        settled.SendAsync<RequestState>(
            () => http.PostAsync<RequestState>(
                $"{Requests}/{Route.Segment(requestId)}/complete", new Completion(proof is null ? null : [proof]), Repeat.OnlyIfNotProcessed, cancel),
            async () => await ReadAsync(requestId, cancel) is { Status: not AuthorizationStatus.PendingIndication } state ? state : null);

    public Task<RequestState> ReadAsync(string requestId, CancellationToken cancel) =>
        http.GetAsync<RequestState>($"{Requests}/{Route.Segment(requestId)}", cancel);

    private sealed record Completion(IReadOnlyList<ExternalVerification>? ExternalVerifications);

    private sealed record Attached(string? IndicationId);
}
