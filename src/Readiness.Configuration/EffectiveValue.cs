namespace Readiness.Configuration;

/// <summary>A value that holds, and the layer it came from.</summary>
public sealed record EffectiveValue
{
    /// <summary>With dots; an element of a list ends in its index.</summary>
    public required string Key { get; init; }

    /// <summary>As written, <c>***</c> where it looks like a secret.</summary>
    public required string Value { get; init; }

    /// <summary><c>default</c>, or what <see cref="ConfigurationProblem.Where"/> would say.</summary>
    public required string Source { get; init; }
}
