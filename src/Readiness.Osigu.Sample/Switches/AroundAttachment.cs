using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The authorization API with another way to attach a document.</summary>
internal sealed class AroundAttachment(IAuthorizationApi inner, Func<string, string, Func<Task>, Task> attach) : IAuthorizationApi
{
    public Task<Initiated> InitiateAsync(Initiation order, CancellationToken cancel) => inner.InitiateAsync(order, cancel);

    public Task AttachIndicationAsync(string requestId, string indication, CancellationToken cancel) =>
        attach(requestId, indication, () => inner.AttachIndicationAsync(requestId, indication, cancel));

    public Task<RequestState> CompleteAsync(string requestId, ExternalVerification? proof, CancellationToken cancel) =>
        inner.CompleteAsync(requestId, proof, cancel);

    public Task<RequestState> ReadAsync(string requestId, CancellationToken cancel) => inner.ReadAsync(requestId, cancel);
}
