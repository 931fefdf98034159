namespace Readiness.Configuration;

/// <summary>How the harness launches the integration.</summary>
public sealed record LaunchSettings
{
    public required string Command { get; init; }

    /// <summary>As written; <see cref="ConfigurationTemplates.Expand"/> fills the templates in.</summary>
    public required IReadOnlyList<string> Args { get; init; }

    /// <summary>A full path.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>As written; <see cref="SecretReference.Resolve(string, IReadOnlyDictionary{string, string})"/> first, then <see cref="ConfigurationTemplates.Expand"/>.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The URL that answers 2xx once it is ready, as written, or null.</summary>
    public required string? Ready { get; init; }

    /// <summary>1 s to 10 min.</summary>
    public required TimeSpan ReadyTimeout { get; init; }
}
