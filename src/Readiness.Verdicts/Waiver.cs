namespace Readiness.Verdicts;

/// <summary>An approver's decision to let a failed item pass for a while.</summary>
/// <param name="Expires">The last day on which it holds: yyyy-MM-dd.</param>
/// <param name="Allowed">True where the policy lets this item be waived.</param>
/// <param name="Role">The approver's role.</param>
/// <param name="Date">The day of the decision: yyyy-MM-dd.</param>
public sealed record Waiver(string Approver, string Reason, string Expires, bool Allowed, string Role = "", string Date = "");
