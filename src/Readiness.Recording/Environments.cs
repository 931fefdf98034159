namespace Readiness.Recording;

/// <summary>Environments that a run may offer beside the one that is certified, which has no name of its own in a journal.</summary>
public static class Environments
{
    /// <summary>A second sandbox, which plays the provider's production.</summary>
    public const string Production = "production";
}
