namespace Readiness.Configuration;

/// <summary>An integration that already runs, and how it can be started again.</summary>
public sealed record AttachSettings
{
    /// <summary>The URL that answers 2xx while it is ready, as written, or null.</summary>
    public required string? Ready { get; init; }

    /// <summary>How long it may take to get ready, 1 s to 10 min.</summary>
    public required TimeSpan ReadyTimeout { get; init; }

    /// <summary>The command that starts it again; null where there is none.</summary>
    public required RestartCommandSettings? RestartCommand { get; init; }

    /// <summary>Whether a person at the terminal is asked to start it again.</summary>
    public required bool RestartByPrompt { get; init; }

    /// <summary>How long the command or the person may take, 1 s to 1 h.</summary>
    public required TimeSpan RestartTimeout { get; init; }
}
