namespace Readiness.Osigu.Sandbox;

/// <summary>The words that stand for enumerations on the wire, in the vocabulary that the options ask for.</summary>
internal sealed class Words(OsiguOptions options)
{
    public string Of(ProductType type) => (type, options.ProductTypes) switch
    {
        (ProductType.Medication, Vocabulary.Guide) => "MEDICATION",
        (ProductType.Lab, Vocabulary.Guide) => "LAB",
        (ProductType.Imaging, Vocabulary.Guide) => "IMAGING",
        (ProductType.Procedure, Vocabulary.Guide) => "PROCEDURE",
        (ProductType.Medication, _) => "DRUG",
        (ProductType.Lab, _) => "LABORATORY",
        (ProductType.Imaging, _) => "DIAGNOSTIC_TEST",
        _ => "MEDICAL_PROCEDURE",
    };

    /// <summary>The product type that a client means: both vocabularies are understood.</summary>
    public static ProductType? TypeOf(string text) => text switch
    {
        "MEDICATION" or "DRUG" => ProductType.Medication,
        "LAB" or "LABORATORY" => ProductType.Lab,
        "IMAGING" or "DIAGNOSTIC_TEST" => ProductType.Imaging,
        "PROCEDURE" or "MEDICAL_PROCEDURE" => ProductType.Procedure,
        _ => null,
    };

    public string Of(AuthorizationStatus status) => (status, options.AuthorizationStatuses) switch
    {
        (AuthorizationStatus.Approved, Vocabulary.Guide) => "APPROVED",
        (AuthorizationStatus.Approved, _) => "READY",
        (AuthorizationStatus.PendingSponsor, Vocabulary.Guide) => "PENDING_SPONSOR",
        (AuthorizationStatus.PendingSponsor, _) => "PENDING_REVIEW",
        (AuthorizationStatus.Rejected, _) => "REJECTED",
        _ => "VOIDED",
    };

    public static string Of(RequestStatus status) => status switch
    {
        RequestStatus.PendingIndication => "PENDING_INDICATION",
        RequestStatus.PendingSponsor => "PENDING_SPONSOR",
        _ => "COMPLETED",
    };

    public string Of(ClaimStatus status) => (status, options.ClaimStatuses) switch
    {
        (ClaimStatus.Open, Vocabulary.Guide) => "OPEN",
        (ClaimStatus.Open, _) => "IN_PROGRESS",
        (ClaimStatus.Completed, _) => "COMPLETED",
        _ => "VOIDED",
    };

    public static string Of(DispensationStatus status) => status switch
    {
        DispensationStatus.Started => "STARTED",
        DispensationStatus.Completed => "COMPLETED",
        _ => "CANCELLED",
    };

    public static string Of(SettlementStatus status) => status switch
    {
        SettlementStatus.Open => "OPEN",
        SettlementStatus.Submitted => "SUBMITTED",
        SettlementStatus.Accepted => "ACCEPTED",
        SettlementStatus.Rejected => "REJECTED",
        _ => "PARTIALLY_ACCEPTED",
    };
}
