namespace Readiness.Configuration;

/// <summary>The hosts of every provider that is known, whichever profile is certified against.</summary>
/// <param name="Production">Nothing of a run may name one of these.</param>
/// <param name="Sandbox">The providers' own sandboxes, which this one stands in for.</param>
public sealed record ProviderHosts(IReadOnlyList<string> Production, IReadOnlyList<string> Sandbox)
{
    /// <summary>Those of these profiles.</summary>
    public static ProviderHosts Of(IReadOnlyList<ProfileVocabulary> profiles) =>
        new([.. profiles.SelectMany(profile => profile.ProductionHosts).Distinct()], [.. profiles.SelectMany(profile => profile.SandboxHosts).Distinct()]);
}
