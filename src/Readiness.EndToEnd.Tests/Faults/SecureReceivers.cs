using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>Receivers that speak TLS with a certificate of which something is wrong. They listen in the process of the tests, as long as it runs.</summary>
internal static class SecureReceivers
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly X509Certificate2 Root = MakeRoot();

    /// <summary>The certificate of the authority behind <see cref="OfAnotherName"/> and <see cref="Expired"/>, as PEM.</summary>
    public static string Authority => Root.ExportCertificatePem();

    public static Uri SelfSigned { get; } = Listen(Request("127.0.0.1", out _).CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1)));

    public static Uri OfAnotherName { get; } = Listen(Issued("hooks.clinic.test", fromDays: -1, untilDays: 1));

    public static Uri Expired { get; } = Listen(Issued("127.0.0.1", fromDays: -9, untilDays: -2));

    private static X509Certificate2 MakeRoot()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        return request.CreateSelfSigned(Now.AddDays(-10), Now.AddDays(10));
    }

    private static X509Certificate2 Issued(string host, int fromDays, int untilDays)
    {
        var request = Request(host, out var key);
        return request.Create(Root, Now.AddDays(fromDays), Now.AddDays(untilDays), [0x10, 0x20, 0x30]).CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string host, out ECDsa key)
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

        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test receiver", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static Uri Listen(X509Certificate2 certificate)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Serve(listener, certificate);
        return new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/webhooks");
    }

    private static async Task Serve(TcpListener listener, X509Certificate2 certificate)
    {
        while (true)
        {
            await using var secure = new SslStream(new NetworkStream(await listener.AcceptSocketAsync(), ownsSocket: true));
            try
            {
                await secure.AuthenticateAsServerAsync(certificate);
                _ = await secure.ReadAsync(new byte[1]);
            }
            catch (Exception refused) when (refused is IOException or AuthenticationException)
            {
                // That is what it is for.
            }
        }
    }
}
