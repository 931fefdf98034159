using System.Collections.Frozen;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox;

/// <summary>What of Osigu's traffic may be read in a journal: identifiers, codes, states, quantities. Never a name, a document, a dosage or free text.</summary>
public static class OsiguDisclosure
{
    /// <param name="options">Names the sponsors that are not called as usual.</param>
    public static Disclosure Create(OsiguOptions? options = null) => new()
    {
        Fields = Fields.ToFrozenSet(StringComparer.Ordinal),
        Headers = Headers.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
        PathSegments = PathSegments.Concat(options is null ? [] : [options.SynchronousSponsor, options.AsynchronousSponsor]).ToFrozenSet(StringComparer.Ordinal),
    };

    private static IReadOnlyList<string> Fields { get; } =
    [
        // Token server.
        "grant_type", "token_type", "expires_in", "scope", "error",

        // Identifiers and codes.
        "authorization_code", "authorization_id", "authorization_request_id", "beneficiary_id", "claim_id", "code", "code_type", "diagnosis_code",
        "dispensation_id", "document_id", "event_id", "form_id", "indication_id", "patient_id", "plan_code", "prescription_code", "prescription_id",
        "otp_id", "product_code", "provider_id", "provider_slug", "settlement_id", "sponsor_slug", "subscription_id",

        // States, types and choices.
        "active", "api_version", "authorization_type", "authorization_types", "biometric", "biometric_reading_id", "channel", "coding_system", "document_type", "environment",
        "evaluation", "event_type", "event_types", "indication_required", "key", "mandatory_fields", "otp", "outcome", "product_type",
        "provider_branch_id", "required", "service_type_code", "status", "type", "values", "verification_required", "verification_status", "version", "voided_by",
        "patient_data_consent", "content_type", "coverage_active",

        // Amounts, quantities, moments.
        "amount", "attached", "count", "created_at", "delivered_at", "dispensed_at", "duration_days", "effective_until", "expires_at", "issued_at",
        "period", "pin", "quantity", "total_amount", "unit_price", "voided_at",

        // Paging.
        "href", "number", "page", "rel", "size", "total_elements", "total_pages",

        // Refusals: codes and names of fields, not messages.
        "error_code", "field", "path", "problem",
    ];

    private static IReadOnlyList<string> Headers { get; } = [.. Disclosure.PlainHeaders, OsiguSignature.HeaderName, "Allow", "WWW-Authenticate"];

    private static IReadOnlyList<string> PathSegments { get; } =
    [
        "arc", "authorization-requests", "authorizations", "biometric-readings", "complete", "configuration", "diagnoses", "dispatch", "dispensations", "dispensing", "documents",
        "ehr", "forms", "generate", "indications", "medical-catalogs", "medications", "oauth", "otp", "outpatient-care-claim", "patients", "pending-authorizations",
        "prescriptions", "products", "providers", "search", "send", "settlements", "sponsors", "sponsor-sandbox", "sponsor-sandbox-async", "sponsor-sandbox-do",
        "sponsor-sandbox-indication", "subscriptions", "token", "v1", "v1.1", "v2", "v3", "validate", "verification-status", "void", "webhooks",
    ];
}
