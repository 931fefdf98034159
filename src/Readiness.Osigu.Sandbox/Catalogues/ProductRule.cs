namespace Readiness.Osigu.Sandbox;

/// <summary>How sponsors decide about a product.</summary>
public abstract record ProductRule
{
    private ProductRule()
    {
    }

    /// <summary>Every sponsor approves it.</summary>
    public static ProductRule Approve { get; } = new Approved();

    /// <summary>It stands in the catalogue, and is not registered for the provider: 422 with <c>071-104</c>.</summary>
    public static ProductRule LeaveUnregistered { get; } = new Unregistered();

    /// <summary>Every sponsor rejects it for that reason; without one, a reason is invented that is long and not ASCII.</summary>
    public static ProductRule Reject(string? reason = null) => new Rejected(reason);

    public sealed record Approved : ProductRule;

    public sealed record Rejected(string? Reason) : ProductRule;

    public sealed record Unregistered : ProductRule;
}
