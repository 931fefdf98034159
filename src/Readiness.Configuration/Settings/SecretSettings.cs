namespace Readiness.Configuration;

/// <summary>What the partner declares about the secrets of its integration.</summary>
public sealed record SecretSettings
{
    /// <summary>What is searched for secrets: full paths; those with a template as written.</summary>
    public required IReadOnlyList<string> Roots { get; init; }

    /// <summary>The folder of the configuration file: what is found is named from there.</summary>
    public required string Base { get; init; }

    /// <summary>The full path of the file that says which findings are accepted; null where none is named.</summary>
    public required string? Allow { get; init; }

    /// <summary>How new secrets reach the integration; null where no way is declared.</summary>
    public required RotationSettings? Rotation { get; init; }
}
