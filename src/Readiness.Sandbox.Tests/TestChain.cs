using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Readiness.Sandbox.Tests;

/// <summary>Certificates of a receiver: a root, an intermediate, and one for a server.</summary>
internal sealed class TestChain
{
    private readonly ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public TestChain()
    {
        Root = Authority("Test root", rootKey).CreateSelfSigned(now.AddYears(-1), now.AddYears(1));
        Intermediate = Authority("Test issuer", issuerKey).Create(Root, now.AddDays(-300), now.AddDays(300), [1, 2, 3]).CopyWithPrivateKey(issuerKey);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Intermediate { get; }

    /// <summary>A server's certificate by the intermediate.</summary>
    public X509Certificate2 Issue(string host, int fromDays = -1, int untilDays = 1)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Server(host, key).Create(Intermediate, now.AddDays(fromDays), now.AddDays(untilDays), [4, 5, 6]).CopyWithPrivateKey(key);
    }

    /// <summary>A server's certificate by itself.</summary>
    public X509Certificate2 SelfSigned(string host) => Server(host, ECDsa.Create(ECCurve.NamedCurves.nistP256)).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        return request;
    }

    private static CertificateRequest Server(string host, ECDsa key)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        var request = new CertificateRequest("CN=Test server", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
