namespace Readiness.Osigu.Sample.Provider.Authorizations;

/// <summary>The provider's words for the states of requests and authorizations.</summary>
internal static class AuthorizationStatus
{
    public const string PendingIndication = "PENDING_INDICATION";
    public const string PendingSponsor = "PENDING_SPONSOR";
    public const string Completed = "COMPLETED";
    public const string Approved = "APPROVED";
    public const string Rejected = "REJECTED";
    public const string Voided = "VOIDED";
}

internal sealed record Initiation
{
    public required string BeneficiaryId { get; init; }

    public required string SponsorSlug { get; init; }

    public required string DiagnosisCode { get; init; }

    public required IReadOnlyList<OrderedProduct> Products { get; init; }

    public string? ProviderBranchId { get; init; }

    public string? ServiceTypeCode { get; init; }

    public string? AuthorizationType { get; init; }

    public string? ProfessionalLicenseNumber { get; init; }
}

internal sealed record OrderedProduct
{
    public required string ProductCode { get; init; }

    public string? ProductType { get; init; }

    public decimal Quantity { get; init; }

    public string? Posology { get; init; }
}

internal sealed record Initiated
{
    public required string AuthorizationRequestId { get; init; }

    public string? Status { get; init; }
}

/// <summary>A request with what the sponsor decided so far.</summary>
internal sealed record RequestState
{
    public required string AuthorizationRequestId { get; init; }

    public required string Status { get; init; }

    public IReadOnlyList<Authorization> Authorizations { get; init; } = [];
}

/// <summary>One of the authorizations into which a sponsor splits a request.</summary>
internal sealed record Authorization
{
    public string? AuthorizationId { get; init; }

    /// <summary>What is dispensed against; a placeholder has none.</summary>
    public string? AuthorizationCode { get; init; }

    public required string Status { get; init; }

    public string? RejectionReason { get; init; }

    public string? ProductType { get; init; }

    public IReadOnlyList<AuthorizedProduct> Products { get; init; } = [];

    public DateTimeOffset? ExpiresAt { get; init; }
}

internal sealed record AuthorizedProduct
{
    public required string ProductCode { get; init; }

    public decimal? Quantity { get; init; }

    public string? Posology { get; init; }
}
