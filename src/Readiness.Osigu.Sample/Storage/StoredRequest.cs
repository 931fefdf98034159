using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Storage;

/// <summary>A request for authorization as the clinic knows it.</summary>
internal sealed record StoredRequest
{
    public required string AuthorizationRequestId { get; init; }

    public string? BeneficiaryId { get; init; }

    public string? SponsorSlug { get; init; }

    /// <summary>The provider's word for the request; the decisions are in <see cref="Authorizations"/>.</summary>
    public required string Status { get; init; }

    public IReadOnlyList<Authorization> Authorizations { get; init; } = [];

    /// <summary>What the clinic believes: as long as one decision is missing, nothing is decided.</summary>
    /// <value><c>pending</c>, <c>approved</c>, <c>rejected</c>, <c>voided</c> or <c>mixed</c>.</value>
    public string Belief => Authorizations.Select(Of).Distinct().ToArray() switch
    {
        [] => "pending",
        var words when words.Contains("pending") => "pending",
        [var same] => same,
        _ => "mixed",
    };

    private static string Of(Authorization authorization) => authorization.Status switch
    {
        AuthorizationStatus.Approved => "approved",
        AuthorizationStatus.Rejected => "rejected",
        AuthorizationStatus.Voided => "voided",
        _ => "pending",
    };
}

/// <summary>A decision that an event told.</summary>
internal sealed record Decision
{
    /// <summary>When the provider emitted it. Decides which of two decisions is the later one, not the order of arrival.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    public required string AuthorizationRequestId { get; init; }

    public string? BeneficiaryId { get; init; }

    public string? SponsorSlug { get; init; }

    /// <summary><c>null</c> where the event changes everything but the status.</summary>
    public string? Status { get; init; }

    public string? AuthorizationId { get; init; }

    public string? AuthorizationCode { get; init; }

    public string? RejectionReason { get; init; }

    public string? ProductType { get; init; }

    /// <summary><c>null</c> where the event says nothing about products.</summary>
    public IReadOnlyList<AuthorizedProduct>? Products { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}
