using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Where a claim stands.</summary>
public enum ClaimStatus
{
    Open,
    Completed,
    Voided,
}

/// <summary>An outpatient claim: made directly, or by completing an insured dispensation.</summary>
public sealed class Claim : IResource
{
    internal Claim(string id, string? stimulus, string sponsorSlug, IReadOnlyList<ProductLine> lines, DateTimeOffset createdAt)
    {
        Id = id;
        Stimulus = stimulus;
        SponsorSlug = sponsorSlug;
        Lines = lines;
        CreatedAt = createdAt;
    }

    public string Id { get; }

    public string? Stimulus { get; }

    public string SponsorSlug { get; }

    public string? AuthorizationId { get; init; }

    public IReadOnlyList<ProductLine> Lines { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public ClaimStatus Status { get; private set; }

    /// <summary>The batch it was attached to.</summary>
    public string? SettlementId { get; private set; }

    public decimal TotalAmount => Lines.Sum(line => line.Quantity * line.Product.UnitPrice);

    internal Reply.Refusal? Complete(DateTimeOffset now)
    {
        if (Leave(ClaimStatus.Completed) is { } refusal)
        {
            return refusal;
        }

        CompletedAt = now;
        return null;
    }

    internal Reply.Refusal? Void() => Leave(ClaimStatus.Voided);

    internal void AttachTo(string settlementId) => SettlementId = settlementId;

    internal JsonObject Shown(OsiguWorld world) => new()
    {
        ["claim_id"] = world.Ids.Json(Id),
        ["status"] = world.Words.Of(Status),
        ["sponsor_slug"] = SponsorSlug,
        ["authorization_id"] = world.Ids.JsonOrNull(AuthorizationId),
        ["total_amount"] = TotalAmount,
        ["created_at"] = CreatedAt.Wire(),
    };

    private Reply.Refusal? Leave(ClaimStatus next)
    {
        if (Status != ClaimStatus.Open)
        {
            return Reply.Conflict("the claim is not open") with { Looked = $"its status is {Status}" };
        }

        Status = next;
        return null;
    }
}
