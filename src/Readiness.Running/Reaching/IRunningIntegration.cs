namespace Readiness.Running.Reaching;

/// <summary>The integration's program, however it came to run: what is seen of it beside the wire, and how it starts again.</summary>
public interface IRunningIntegration : IAsyncDisposable
{
    /// <summary>Whether what it writes to standard output and error is seen.</summary>
    bool OutputIsSeen { get; }

    /// <summary>What it wrote last, oldest first; empty where that is not seen.</summary>
    IReadOnlyList<string> LastLines { get; }

    /// <summary>Its exit code once its process ended by itself; null while it runs, and where its process is not seen.</summary>
    int? ExitedWith { get; }

    /// <summary>Why it cannot be started again; null where it can.</summary>
    string? NoRestart { get; }

    /// <summary>Whether a restart ends it without a word, as a crash would; false where it may be told beforehand, and finish its work.</summary>
    bool EndsAsACrash { get; }

    /// <summary>Looks whether it is still there.</summary>
    /// <returns>Null while it is; otherwise what is seen of its end, in words.</returns>
    Task<string?> Gone(CancellationToken cancellation);

    /// <summary>Ends it, and starts it again with the credentials that were provided last.</summary>
    /// <exception cref="Drivers.Launch.LaunchException">It does not come back.</exception>
    Task Restart(CancellationToken cancellation);

    /// <summary>Puts credentials where it finds them: at once where it reads them while it runs, else with its next start.</summary>
    /// <param name="credentials">By template, those that did not change among them.</param>
    /// <exception cref="Drivers.Launch.LaunchException">They cannot be put there.</exception>
    void Provide(IReadOnlyDictionary<string, string> credentials);
}
