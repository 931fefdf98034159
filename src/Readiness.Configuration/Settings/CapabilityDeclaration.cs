namespace Readiness.Configuration;

/// <summary>Whether an optional capability is used, and if not, why; the reason is never null where it is not.</summary>
public sealed record CapabilityDeclaration(bool Used, string? Reason);
