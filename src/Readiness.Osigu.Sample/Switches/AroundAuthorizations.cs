using Microsoft.Data.Sqlite;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Provider.Dispensing;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The authorization API with another way to complete.</summary>
internal sealed class AroundCompletion(IAuthorizationApi inner, Func<string, Func<Task<RequestState>>, CancellationToken, Task<RequestState>> complete)
    : IAuthorizationApi
{
    public Task<Initiated> InitiateAsync(Initiation order, CancellationToken cancel) => inner.InitiateAsync(order, cancel);

    public Task AttachIndicationAsync(string requestId, string indication, CancellationToken cancel) =>
        inner.AttachIndicationAsync(requestId, indication, cancel);

    public Task<RequestState> CompleteAsync(string requestId, ExternalVerification? proof, CancellationToken cancel) =>
        complete(requestId, () => inner.CompleteAsync(requestId, proof, cancel), cancel);

    public Task<RequestState> ReadAsync(string requestId, CancellationToken cancel) => inner.ReadAsync(requestId, cancel);
}

/// <summary>The authorization API with another way to initiate.</summary>
internal sealed class AroundInitiation(IAuthorizationApi inner, Func<Initiation, Func<Initiation, Task<Initiated>>, CancellationToken, Task<Initiated>> initiate)
    : IAuthorizationApi
{
    public Task<Initiated> InitiateAsync(Initiation order, CancellationToken cancel) => initiate(order, changed => inner.InitiateAsync(changed, cancel), cancel);

    public Task AttachIndicationAsync(string requestId, string indication, CancellationToken cancel) =>
        inner.AttachIndicationAsync(requestId, indication, cancel);

    public Task<RequestState> CompleteAsync(string requestId, ExternalVerification? proof, CancellationToken cancel) =>
        inner.CompleteAsync(requestId, proof, cancel);

    public Task<RequestState> ReadAsync(string requestId, CancellationToken cancel) => inner.ReadAsync(requestId, cancel);
}

/// <summary>The book of decisions with another way to take one down.</summary>
internal sealed class AroundDecisions(IDecisionBook inner, Func<SqliteConnection, Decision, Decision?> change) : IDecisionBook
{
    /// <summary>A decision that <paramref name="decision"/> is changed into; nothing is recorded for none.</summary>
    public void Record(SqliteConnection connection, Decision decision)
    {
        if (change(connection, decision) is { } changed)
        {
            inner.Record(connection, changed);
        }
    }

    public string? RequestOf(SqliteConnection connection, string authorizationId) => inner.RequestOf(connection, authorizationId);
}
