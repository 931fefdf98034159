using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>What a person at the counter can be given something for.</summary>
/// <param name="Codes">Each is dispensed.</param>
/// <param name="Refusal">Why there is nothing to dispense.</param>
/// <param name="BeneficiaryId">Whose codes they are, if the clinic's records say so.</param>
/// <param name="SponsorSlug">Under which sponsor, if the clinic's records say so.</param>
internal sealed record Dispensable(
    IReadOnlyList<string> Codes, Outcome? Refusal = null, string? BeneficiaryId = null, string? SponsorSlug = null);

/// <summary>Finds the codes that belong to what the clerk entered.</summary>
internal interface ICodeChoice
{
    Dispensable Choose(DispensingOrder order);
}

/// <summary>
/// A request and a prescription have ids of their own, which the counter never sees: what is dispensed against is the code of
/// each approved authorization, or of the prescription.
/// </summary>
internal sealed class CodeChoice(AuthorizationBook authorizations, PrescriptionBook prescriptions, TimeProvider time) : ICodeChoice
{
    public Dispensable Choose(DispensingOrder order) => order switch
    {
        { Code: { } code } => OfCode(code),
        { PrescriptionId: { } id } => OfPrescription(id),
        { AuthorizationRequestId: { } id } => OfRequest(id),
        _ => Refuse("Enter a request, a prescription or a code."),
    };

    private Dispensable OfCode(string code) => authorizations.FindByCode(code) switch
    {
        { Status: AuthorizationStatus.Voided } => Refuse(Wording.Void, "voided"),
        { } known when known.ExpiresAt < time.GetUtcNow() => Refuse(Wording.Expired, "expired"),
        _ => new Dispensable([code]),
    };

    private Dispensable OfPrescription(string id) => prescriptions.Find(id) is { } prescription
        ? new Dispensable([prescription.PrescriptionCode], BeneficiaryId: prescription.PatientId)
        : Refuse("This clinic has not issued that prescription.", "unknown_prescription");

    private Dispensable OfRequest(string id)
    {
        if (authorizations.Find(id) is not { } request)
        {
            return Refuse("This clinic has no record of that request.", "unknown_request");
        }

        var approved = request.Authorizations.Where(one => one is { Status: AuthorizationStatus.Approved, AuthorizationCode: not null }).ToArray();
        var codes = approved.Where(one => !(one.ExpiresAt < time.GetUtcNow())).Select(one => one.AuthorizationCode!).ToArray();
        return codes.Length > 0
            ? new Dispensable(codes, null, request.BeneficiaryId, request.SponsorSlug)
            : new Dispensable([], NothingApproved(request, hasExpired: approved.Length > 0));
    }

    private static Outcome NothingApproved(StoredRequest request, bool hasExpired) => request switch
    {
        _ when hasExpired => Outcome.Failure(Wording.Expired, new OutcomeError(null, "expired")),
        { Status: AuthorizationStatus.PendingIndication } => Outcome.Waiting(Wording.DocumentMissing),
        { Belief: "pending" } => Outcome.Waiting(Wording.WaitingForSponsor),
        { Belief: "voided" } => Outcome.Failure(Wording.Void, new OutcomeError(null, "voided")),
        _ => Outcome.Failure(
            Wording.Rejected(string.Join("; ", request.Authorizations.Select(one => one.RejectionReason).Where(reason => reason is not null))),
            new OutcomeError(null, "rejected")),
    };

    private static Dispensable Refuse(string message, string? code = null) =>
        new([], Outcome.Failure(message, new OutcomeError(null, code)));
}
