using System.Net;
using Readiness.Sandbox.Certificates;
using Readiness.Sandbox.Hosting;

namespace Readiness.Running;

/// <summary>Where the sandbox listens, from the configured URL.</summary>
public static class SandboxAddress
{
    /// <summary>A host name stands for loopback; to be reached from elsewhere, an address has to be given.</summary>
    /// <param name="publicUrl">The same as others see it; its host stands in the certificate.</param>
    /// <param name="authority">Issues the certificate of an https address; null for http.</param>
    public static SandboxListen Of(Uri listen, Uri? publicUrl = null, RunAuthority? authority = null) => new()
    {
        Certificate = listen.Scheme == Uri.UriSchemeHttps ? authority?.Issue(new[] { listen, publicUrl }.OfType<Uri>().Select(url => url.IdnHost)) : null,
        Address = IPAddress.TryParse(listen.Host.Trim('[', ']'), out var literal) ? literal : IPAddress.Loopback,
        Port = listen.Port,
    };
}
