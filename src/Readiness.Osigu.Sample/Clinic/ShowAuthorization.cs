using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

internal sealed record AuthorizationReference
{
    public string AuthorizationRequestId { get; init; } = "";
}

/// <summary><c>authorization.status</c>: what the clinic believes, without asking the provider.</summary>
internal sealed class ShowAuthorization(AuthorizationBook book) : Operation<AuthorizationReference>
{
    public const string Name = "authorization.status";

    protected override Task<Outcome> RunAsync(AuthorizationReference input, CancellationToken cancel) => Task.FromResult(
        book.Find(input.AuthorizationRequestId) is { } request
            ? Outcome.Success(RequestResult.Of(request))
            : Outcome.Success(
                new RequestResult(input.AuthorizationRequestId, null, "unknown", []), "This clinic has no record of that request."));
}
