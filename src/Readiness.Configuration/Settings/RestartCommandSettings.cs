namespace Readiness.Configuration;

/// <summary>The command that starts a running integration again.</summary>
public sealed record RestartCommandSettings
{
    public required string Command { get; init; }

    /// <summary>As written; <see cref="ConfigurationTemplates.Expand"/> fills the templates in.</summary>
    public required IReadOnlyList<string> Args { get; init; }

    /// <summary>A full path.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>As written; <see cref="SecretReference.Resolve(string, IReadOnlyDictionary{string, string})"/> first, then <see cref="ConfigurationTemplates.Expand"/>.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}
