namespace Readiness.Osigu.Sandbox;

/// <summary>One option as a configuration documents it.</summary>
public sealed record OsiguOptionKey
{
    /// <summary>Such as <c>token.lifetimeSeconds</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What may stand there, in words: <c>jwt | opaque</c>, <c>integer, 60 to 86400</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The value without a setting, as it would be written.</summary>
    public required string Default { get; init; }

    /// <summary>What it decides, and why there is a choice.</summary>
    public required string Meaning { get; init; }
}
