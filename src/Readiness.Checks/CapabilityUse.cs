using Readiness.Recording;

namespace Readiness.Checks;

/// <summary>How the traffic shows that the integration uses a capability which a provider marks as optional.</summary>
/// <param name="Capability">Its name in the configuration.</param>
/// <param name="Seen">The first call of the integration's own accord that shows it, or null. A call that a scenario asks of everybody shows nothing.</param>
public sealed record CapabilityUse(string Capability, Func<Journal, Exchange?> Seen)
{
    /// <summary>Shown by any call to one of these operations of the provider.</summary>
    public static CapabilityUse ByCalls(string capability, params string[] operations) =>
        new(capability, journal => journal.Exchanges.FirstOrDefault(call => operations.Contains(call.Request.Operation)));
}
