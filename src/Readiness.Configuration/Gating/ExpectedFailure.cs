using Readiness.Checklist;

namespace Readiness.Configuration.Gating;

/// <summary>An item that is known to fail for now, so that a pipeline can go on while somebody mends it. The certificate knows nothing of it.</summary>
/// <param name="Owner">Who mends it.</param>
/// <param name="Expires">The last day on which the failure is expected.</param>
public sealed record ExpectedFailure(ItemId Item, string Owner, string Reason, DateOnly Expires);
