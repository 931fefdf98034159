namespace Readiness.Configuration;

/// <summary>How a secret is rotated while the integration works.</summary>
public sealed record RotationSettings
{
    public required RotationChannel Channel { get; init; }

    /// <summary>How long the old secret counts beside the new one, 2 s to 1 h.</summary>
    public required TimeSpan Within { get; init; }
}
