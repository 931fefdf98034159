namespace Readiness.Drivers;

/// <summary>A way to make the integration under test do a piece of work. Driver protocol, version 1.</summary>
public interface IDriver : IDisposable
{
    /// <summary>How long an operation may take that is wanted within so long: some need more.</summary>
    TimeSpan Limit(TimeSpan wanted) => wanted;

    /// <summary>Asks for an operation and waits for its answer.</summary>
    /// <param name="input">The input, as JSON text.</param>
    /// <param name="limit">How long the answer may take.</param>
    /// <returns>What the integration reported; never throws for anything that the integration does.</returns>
    Task<DriverAnswer> Perform(string operation, string input, TimeSpan limit, CancellationToken cancellation);
}
