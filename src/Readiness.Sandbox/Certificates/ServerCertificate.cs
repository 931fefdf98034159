using System.Net.Security;

namespace Readiness.Sandbox.Certificates;

/// <summary>What a host shows its clients, with the key that proves it.</summary>
public sealed class ServerCertificate : IDisposable
{
    internal ServerCertificate(SslStreamCertificateContext context) => Context = context;

    internal SslStreamCertificateContext Context { get; }

    public void Dispose() => Context.TargetCertificate.Dispose();
}
