using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Where a batch stands.</summary>
public enum SettlementStatus
{
    Open,

    /// <summary>Dispatched. Not paid yet.</summary>
    Submitted,
    Accepted,
    Rejected,
    PartiallyAccepted,
}

/// <summary>What a sponsor says about a batch.</summary>
public enum SettlementOutcome
{
    Paid,
    Rejected,
    PartiallyAccepted,
}

/// <summary>A batch of completed claims of one sponsor.</summary>
public sealed class Settlement : IResource
{
    private readonly HashSet<string> claims = new(StringComparer.Ordinal);

    internal Settlement(string id, string? stimulus, string sponsorSlug, string period, DateTimeOffset createdAt)
    {
        Id = id;
        Stimulus = stimulus;
        SponsorSlug = sponsorSlug;
        Period = period;
        CreatedAt = createdAt;
    }

    public string Id { get; }

    public string? Stimulus { get; }

    public string SponsorSlug { get; }

    public string Period { get; }

    public DateTimeOffset CreatedAt { get; }

    public SettlementStatus Status { get; private set; }

    /// <summary>Identifiers of the claims attached.</summary>
    public IReadOnlyCollection<string> Claims => claims;

    internal ITimer? Decision { get; set; }

    internal Reply.Refusal? NotOpen() => Status == SettlementStatus.Open ? null : Reply.Conflict("the settlement is not open") with { Looked = $"its status is {Words.Of(Status)}" };

    internal void Attach(IEnumerable<Claim> attached)
    {
        foreach (var claim in attached)
        {
            claim.AttachTo(Id);
            claims.Add(claim.Id);
        }
    }

    internal Reply.Refusal? Dispatch()
    {
        if (NotOpen() is { } refusal)
        {
            return refusal;
        }

        if (claims.Count == 0)
        {
            return Reply.Unprocessable("the settlement is empty") with { Looked = "no claim was attached" };
        }

        Status = SettlementStatus.Submitted;
        return null;
    }

    /// <returns>False where it does not wait for a decision.</returns>
    internal bool Decide(SettlementOutcome outcome)
    {
        if (Status != SettlementStatus.Submitted)
        {
            return false;
        }

        Decision?.Dispose();
        Status = outcome switch
        {
            SettlementOutcome.Paid => SettlementStatus.Accepted,
            SettlementOutcome.Rejected => SettlementStatus.Rejected,
            _ => SettlementStatus.PartiallyAccepted,
        };
        return true;
    }

    internal JsonObject Shown(OsiguWorld world) => new()
    {
        ["settlement_id"] = world.Ids.Json(Id),
        ["status"] = Words.Of(Status),
        ["sponsor_slug"] = SponsorSlug,
        ["period"] = Period,
        ["created_at"] = CreatedAt.Wire(),
    };
}
