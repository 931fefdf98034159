namespace Readiness.Configuration;

/// <summary>How an integration that the harness did not launch is restarted: by a command, or by a person.</summary>
public abstract record RestartSettings
{
    private RestartSettings()
    {
    }

    /// <summary>A program does it; templates in <paramref name="Args"/> are as written.</summary>
    public sealed record ByCommand(string Command, IReadOnlyList<string> Args) : RestartSettings;

    /// <summary>A person at the terminal is asked.</summary>
    public sealed record ByPerson : RestartSettings;
}
