using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>What a strict client makes of a receiver's certificate, and in which words.</summary>
/// <param name="Words">Everything that is wrong with it; empty where nothing is.</param>
internal sealed record CertificateVerdict(DeliveryTls Tls, string Words)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <param name="chain">As this machine built it from what the receiver sent.</param>
    /// <param name="declared">Trusted as well.</param>
    public static CertificateVerdict Of(
        X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors, string host, IReadOnlyList<X509Certificate2> declared, DateTimeOffset now)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return new CertificateVerdict(new DeliveryTls { Faults = [TlsFaults.NoCertificate] }, "the receiver shows no certificate");
        }

        (string? trustedBy, IReadOnlyList<string> faults) = errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? Declared(certificate, chain, declared) : ("system", []);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            faults = [.. faults, TlsFaults.OtherName];
        }

        var tls = new DeliveryTls
        {
            TrustedBy = trustedBy,
            Faults = faults,
            Subject = Short(certificate.Subject),
            Issuer = Short(certificate.Issuer),
            NotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero),
        };
        return new CertificateVerdict(tls, string.Join("; ", faults.Select(fault => Word(fault, certificate, host, now))));
    }

    private static (string? TrustedBy, IReadOnlyList<string> Faults) Declared(X509Certificate2 certificate, X509Chain? system, IReadOnlyList<X509Certificate2> declared)
    {
        string[]? least = null;
        // One at a time: of two authorities of the same name, as a test bench has after its authority was made anew, a chain finds the first only.
        foreach (var authority in declared)
        {
            using var chain = ChainTo(authority, declared, system);
            chain.Build(certificate);
            if (chain.ChainElements.Any(element => Same(element.Certificate, authority)) && Faults(certificate, chain, trusted: true) is var faults
                && (least is null || faults.Length < least.Length))
            {
                least = faults;
            }
        }

        if (least is null)
        {
            return (null, system is null ? [TlsFaults.UnknownIssuer] : Faults(certificate, system, trusted: false));
        }

        return (declared.Any(known => Same(known, certificate)) ? "itself" : "declared", least);
    }

    private static X509Chain ChainTo(X509Certificate2 authority, IReadOnlyList<X509Certificate2> declared, X509Chain? system)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.ExtraStore.AddRange(declared.Where(one => one.Subject != authority.Subject || Same(one, authority)).ToArray());
        if (system is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(system.ChainPolicy.ExtraStore);
        }

        return chain;
    }

    private static bool Same(X509Certificate2 one, X509Certificate2 other) => one.RawDataMemory.Span.SequenceEqual(other.RawDataMemory.Span);

    private static string[] Faults(X509Certificate2 certificate, X509Chain chain, bool trusted)
    {
        var found = new List<string>();
        foreach (var status in chain.ChainStatus.Select(status => status.Status).Distinct())
        {
            switch (status)
            {
                case X509ChainStatusFlags.NoError or X509ChainStatusFlags.RevocationStatusUnknown or X509ChainStatusFlags.OfflineRevocation:
                    break;
                case X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain:
                    if (!trusted)
                    {
                        found.Add(IsSelfSigned(certificate) ? TlsFaults.SelfSigned : TlsFaults.UnknownIssuer);
                    }

                    break;
                case X509ChainStatusFlags.NotTimeValid:
                    found.Add(TlsFaults.OutOfDate);
                    break;
                default:
                    found.Add(TlsFaults.Unusable);
                    break;
            }
        }

        return [.. found.Distinct()];
    }

    private static bool IsSelfSigned(X509Certificate2 certificate) => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static string Word(string fault, X509Certificate2 certificate, string host, DateTimeOffset now) => fault switch
    {
        TlsFaults.SelfSigned => $"the certificate is self-signed ({Short(certificate.Subject)})",
        TlsFaults.UnknownIssuer => $"the certificate's issuer is not known ({Short(certificate.Issuer)}), or the receiver does not send the certificates between the two",
        TlsFaults.OtherName => $"the certificate is not for {host}: it is for {Names(certificate)}",
        TlsFaults.OutOfDate when now < certificate.NotBefore.ToUniversalTime() => $"the certificate is good only from {Time(certificate.NotBefore)} on",
        TlsFaults.OutOfDate when now > certificate.NotAfter.ToUniversalTime() => $"the certificate has expired on {Time(certificate.NotAfter)}",
        TlsFaults.OutOfDate => "a certificate between this one and its authority is out of date",
        _ => "the certificate or one above it cannot be used for a server",
    };

    private static string Names(X509Certificate2 certificate)
    {
        string[] names =
        [
            .. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension =>
                extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString()))),
        ];
        return names.Length switch
        {
            0 => "no name at all",
            <= 5 => string.Join(", ", names),
            _ => $"{string.Join(", ", names.Take(5))} and {names.Length - 5} more",
        };
    }

    private static string Time(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    // A name may be as long as its owner likes; the journal need not be.
    private static string Short(string name) => name.Length <= 120 ? name : name[..119] + "…";
}
