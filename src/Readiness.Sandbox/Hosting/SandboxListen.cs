using System.Net;
using Readiness.Sandbox.Certificates;

namespace Readiness.Sandbox.Hosting;

/// <summary>Where and within which limits a host listens.</summary>
public sealed record SandboxListen
{
    /// <summary>An address of this machine. Loopback unless set.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 to 65535; 0, the default, takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>Shown to the clients of an https port; null, the default, for plain HTTP.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>The longest body that is taken, in bytes; a longer one is answered 413. 10 MB unless set.</summary>
    public int BodyLimit { get; init; } = 10 * 1024 * 1024;

    /// <summary>The longest head that is taken, in bytes; a longer one is answered 431. 64 KB unless set.</summary>
    public int HeadLimit { get; init; } = 64 * 1024;
}
