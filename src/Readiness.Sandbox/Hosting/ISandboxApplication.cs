namespace Readiness.Sandbox.Hosting;

/// <summary>What a host serves.</summary>
public interface ISandboxApplication
{
    /// <summary>Handles one exchange to its end. Never throws.</summary>
    /// <param name="stopping">Cancelled when the host stops: an open request is then given up.</param>
    Task Handle(IWireExchange exchange, CancellationToken stopping);

    /// <summary>Takes note of bytes that are no HTTP request; the host closes that connection.</summary>
    /// <param name="what">In words, such as <c>a TLS client hello on a plain HTTP port</c>.</param>
    void Unreadable(string connection, UnreadableKind kind, string what);
}
