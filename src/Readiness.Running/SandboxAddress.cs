using System.Net;
using Readiness.Sandbox.Hosting;

namespace Readiness.Running;

/// <summary>Where the sandbox listens, from the configured URL.</summary>
public static class SandboxAddress
{
    /// <summary>A host name stands for loopback; to be reached from elsewhere, an address has to be given.</summary>
    public static SandboxListen Of(Uri listen) => new()
    {
        Address = IPAddress.TryParse(listen.Host.Trim('[', ']'), out var literal) ? literal : IPAddress.Loopback,
        Port = listen.Port,
    };
}
