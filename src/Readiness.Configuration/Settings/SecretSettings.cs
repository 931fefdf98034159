namespace Readiness.Configuration;

/// <summary>What the partner declares about the secrets of its integration.</summary>
public sealed record SecretSettings
{
    /// <summary>How new secrets reach the integration; null where no way is declared.</summary>
    public required RotationSettings? Rotation { get; init; }
}
