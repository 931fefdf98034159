namespace Readiness.Sandbox.Hosting;

/// <summary>Carries the sandbox on a socket. Knows HTTP, nothing of a provider.</summary>
public interface ISandboxHost : IAsyncDisposable
{
    /// <summary>Starts to listen and gives the address under which this machine reaches it.</summary>
    /// <exception cref="SandboxListenException">The address cannot be listened on; the message says why and what to do.</exception>
    Task<Uri> Start(SandboxListen listen, ISandboxApplication application, CancellationToken cancellation);
}
