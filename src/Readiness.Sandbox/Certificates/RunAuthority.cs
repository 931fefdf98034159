using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Readiness.Sandbox.Certificates;

/// <summary>A certificate authority of this process alone: made at the start of a run, forgotten at its end. Its key and those of its certificates never leave the process.</summary>
public sealed class RunAuthority : IDisposable
{
    /// <summary>Before now, for clocks of other machines that are behind.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(15);

    /// <summary>After now; no run takes longer.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(26);

    /// <summary>The names under which this machine reaches itself; on every certificate.</summary>
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "::1"];

    private readonly X509Certificate2 authority;
    private readonly DateTimeOffset notBefore;
    private readonly DateTimeOffset notAfter;

    public RunAuthority(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        (notBefore, notAfter) = (now - Skew, now + Life);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        // The time tells the authorities of two runs apart, for whoever finds one in a trust store.
        var request = new CertificateRequest(Named(string.Create(CultureInfo.InvariantCulture, $"Readiness sandbox CA {now.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z")), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        authority = request.CreateSelfSigned(notBefore, notAfter);
        Certificate = X509CertificateLoader.LoadCertificate(authority.RawData);
    }

    /// <summary>What clients have to trust; without its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A server's certificate for these hosts beside localhost, 127.0.0.1 and ::1.</summary>
    /// <param name="hosts">DNS names and IP addresses, as they stand in a URL.</param>
    public ServerCertificate Issue(params IEnumerable<string> hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Named("Readiness sandbox"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        request.CertificateExtensions.Add(Names([.. ThisMachine, .. hosts]));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var issued = request.Create(authority, notBefore, notAfter, Serial());
        using var whole = issued.CopyWithPrivateKey(key);
        return new ServerCertificate(SslStreamCertificateContext.Create(Usable(whole), [Certificate], offline: true));
    }

    public void Dispose()
    {
        authority.Dispose();
        Certificate.Dispose();
    }

    private static X509Extension Names(IEnumerable<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts.Select(host => host.Trim('[', ']')).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return names.Build();
    }

    private static X500DistinguishedName Named(string name)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(name);
        return builder.Build();
    }

    // RFC 5280 section 4.1.2.2: positive, and not guessable.
    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }

    /// <summary>Windows secures connections in another process, which finds a key only in the user's key store; it is removed from there with the certificate.</summary>
    private static X509Certificate2 Usable(X509Certificate2 whole) => OperatingSystem.IsWindows()
        ? X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), password: null)
        : new X509Certificate2(whole);
}
