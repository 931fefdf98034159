using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>A request as it is shown; its status is the clinic's belief, not the provider's word.</summary>
internal sealed record RequestResult(
    string AuthorizationRequestId, string? BeneficiaryId, string Status, IReadOnlyList<Authorization> Authorizations)
{
    public static RequestResult Of(StoredRequest request) =>
        new(request.AuthorizationRequestId, request.BeneficiaryId, request.Belief, request.Authorizations);
}
