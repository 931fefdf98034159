namespace Readiness.Drivers.Manual;

/// <summary>What the manual way has to know of the run around it.</summary>
public interface IManualRun
{
    /// <summary>Where the run is now.</summary>
    ManualPlace Place { get; }

    /// <summary>How many requests the provider has had since the operation that is under way was asked for.</summary>
    int Calls { get; }

    /// <summary>What the provider has made up under that name for the piece of work that is under way, oldest first.</summary>
    IReadOnlyList<string> Given(string name);

    /// <summary>The name of the value that this text is, made up for the piece of work that is under way; null where it is none.</summary>
    string? NameOf(string text);

    /// <summary>The text without secrets and without what is personal.</summary>
    string Clean(string text);

    /// <summary>Waits until something came over the wire, or the condition holds.</summary>
    /// <returns>False where it did not in time.</returns>
    Task<bool> Until(Func<bool> condition, TimeSpan limit, CancellationToken cancellation);

    /// <summary>Keeps what the person noted.</summary>
    void Note(string text);

    /// <summary>Copies a file into the run as evidence.</summary>
    /// <returns>What became of it, in words.</returns>
    string Attach(string path);
}
