using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Where one authorization stands.</summary>
public enum AuthorizationStatus
{
    /// <summary>A placeholder: the sponsor has not decided, and nothing may be dispensed on it.</summary>
    PendingSponsor,
    Approved,
    Rejected,
    Voided,
}

/// <summary>What a sponsor decided about the products of one type in a request.</summary>
public sealed class Authorization : IResource
{
    private IReadOnlyList<ProductLine> lines;

    internal Authorization(AuthorizationRequest request, string id, IReadOnlyList<ProductLine> lines)
    {
        Request = request;
        Id = id;
        this.lines = lines;
    }

    public string Id { get; }

    public string? Stimulus => Request.Stimulus;

    public AuthorizationRequest Request { get; }

    /// <summary>What is dispensed on; null for a placeholder.</summary>
    public string? Code { get; private set; }

    public AuthorizationStatus Status { get; private set; } = AuthorizationStatus.PendingSponsor;

    public string? RejectionReason { get; private set; }

    public ProductType ProductType => lines[0].Product.Type;

    public IReadOnlyList<ProductLine> Lines => lines;

    /// <summary>Null until it is approved.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>What the sponsor wants of the person at each dispensation.</summary>
    public VerificationKind Verification { get; internal set; }

    internal void Approve(string code, DateTimeOffset expiresAt)
    {
        Code = code;
        ExpiresAt = expiresAt;
        Status = AuthorizationStatus.Approved;
    }

    internal void Reject(string code, string reason)
    {
        Code = code;
        RejectionReason = reason;
        Status = AuthorizationStatus.Rejected;
    }

    /// <summary>Only what was approved can be voided.</summary>
    internal Reply.Refusal? Void()
    {
        if (Status != AuthorizationStatus.Approved)
        {
            return Reply.Conflict("the authorization cannot be voided") with { Looked = $"its status is {Status}" };
        }

        Status = AuthorizationStatus.Voided;
        return null;
    }

    /// <summary>The sponsor changes quantities, products or validity.</summary>
    internal void Update(IReadOnlyList<ProductLine> changed, DateTimeOffset expiresAt)
    {
        lines = changed;
        ExpiresAt = expiresAt;
    }

    internal JsonObject Shown(OsiguWorld world) => new()
    {
        ["authorization_id"] = world.Ids.Json(Id),
        ["authorization_code"] = Code,
        ["status"] = world.Words.Of(Status),
        ["rejection_reason"] = RejectionReason,
        ["product_type"] = world.Words.Of(ProductType),
        ["products"] = new JsonArray([.. lines.Select(line => line.Shown())]),
        ["expires_at"] = ExpiresAt?.Wire(),
    };
}
