namespace Readiness.Configuration;

/// <summary>One thing that is wrong with the configuration, and what to do about it.</summary>
public sealed record ConfigurationProblem
{
    /// <summary>File and line (<c>readiness.json:12</c>), variable, run setting, option or profile.</summary>
    public required string Where { get; init; }

    /// <summary>The key with dots, or the file's name where no key is meant.</summary>
    public required string Key { get; init; }

    /// <summary>What was found. Never a secret's value.</summary>
    public required string Problem { get; init; }

    public required string Expected { get; init; }

    /// <summary>What the reader does next.</summary>
    public required string Next { get; init; }
}
