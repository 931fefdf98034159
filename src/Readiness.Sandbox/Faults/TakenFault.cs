namespace Readiness.Sandbox.Faults;

/// <summary>A planned fault at work on one request.</summary>
/// <param name="Cleared">Cancelled when the plan is cleared while the request is still open.</param>
internal sealed record TakenFault(PlannedFault Fault, CancellationToken Cleared);
