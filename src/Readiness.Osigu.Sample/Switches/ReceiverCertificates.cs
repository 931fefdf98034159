using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>An authority as a company has it for its own test benches: a root, an intermediate, and a certificate for this machine. Made once, and kept over restarts.</summary>
internal sealed class ReceiverCertificates
{
    private const string AuthorityFile = "receiver-ca.pem";
    private static readonly string[] Kept = ["receiver-chain.pfx", "receiver-alone.pfx"];

    private ReceiverCertificates(X509Certificate2 issued, X509Certificate2 intermediate, X509Certificate2 selfSigned) =>
        (Issued, Intermediate, SelfSigned) = (issued, intermediate, selfSigned);

    /// <summary>For 127.0.0.1, by <see cref="Intermediate"/>.</summary>
    public X509Certificate2 Issued { get; }

    /// <summary>By the root, whose certificate lies in <c>receiver-ca.pem</c> of the state folder.</summary>
    public X509Certificate2 Intermediate { get; }

    /// <summary>For 127.0.0.1, by itself.</summary>
    public X509Certificate2 SelfSigned { get; }

    public static ReceiverCertificates Keep(string folder)
    {
        string[] files = [.. Kept.Select(name => Path.Combine(folder, name))];
        if (!files.All(File.Exists))
        {
            Make(folder, files);
        }

        var chain = X509CertificateLoader.LoadPkcs12CollectionFromFile(files[0], password: null);
        return new ReceiverCertificates(
            chain.Single(certificate => certificate.HasPrivateKey),
            chain.Single(certificate => !certificate.HasPrivateKey),
            X509CertificateLoader.LoadPkcs12FromFile(files[1], password: null));
    }

    private static void Make(string folder, string[] files)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (from, until) = (now.AddHours(-1), now.AddDays(2));
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Authority("Clinic test root", rootKey).CreateSelfSigned(from, until);
        using var intermediateKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var intermediate = Authority("Clinic test issuer", intermediateKey).Create(root, from, until, Serial()).CopyWithPrivateKey(intermediateKey);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = Server(key).Create(intermediate, from, until, Serial()).CopyWithPrivateKey(key);
        using var alone = Server(key).CreateSelfSigned(from, until);
        using var known = X509CertificateLoader.LoadCertificate(intermediate.RawData);
        File.WriteAllBytes(files[0], new X509Certificate2Collection { issued, known }.Export(X509ContentType.Pkcs12)!);
        File.WriteAllBytes(files[1], alone.Export(X509ContentType.Pkcs12));
        File.WriteAllText(Path.Combine(folder, AuthorityFile), root.ExportCertificatePem() + "\n");
    }

    private static byte[] Serial() => [0x40, .. RandomNumberGenerator.GetBytes(15)];

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request;
    }

    private static CertificateRequest Server(ECDsa key)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = Request("Clinic receiver", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static CertificateRequest Request(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
