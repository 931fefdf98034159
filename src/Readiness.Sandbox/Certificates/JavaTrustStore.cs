using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Readiness.Sandbox.Certificates;

/// <summary>A PKCS#12 file (RFC 7292) as Java takes it for a trust store: certificates only, neither encrypted nor sealed, so that no password is needed.</summary>
internal static class JavaTrustStore
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string CertificateBag = "1.2.840.113549.1.12.10.1.3";
    private const string X509 = "1.2.840.113549.1.9.22.1";
    private const string FriendlyName = "1.2.840.113549.1.9.20";

    // Oracle's own: without this attribute Java takes a certificate for nothing that it should trust.
    private const string TrustedKeyUsage = "2.16.840.1.113894.746875.1.1";
    private const string ForEverything = "2.5.29.37.0";

    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <param name="certificates">The first is the run's own.</param>
    public static byte[] Encode(IReadOnlyCollection<X509Certificate2> certificates)
    {
        var bags = Sequence(writer =>
        {
            foreach (var (certificate, number) in certificates.Select((certificate, index) => (certificate, index)))
            {
                Bag(writer, certificate, number == 0 ? "readiness" : $"system-{number}");
            }
        });
        var safe = Sequence(writer => Content(writer, bags));
        return Sequence(writer =>
        {
            writer.WriteInteger(3);
            Content(writer, safe);
        });
    }

    private static void Content(AsnWriter writer, byte[] data)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Data);
            using (writer.PushSequence(Explicit))
            {
                writer.WriteOctetString(data);
            }
        }
    }

    private static void Bag(AsnWriter writer, X509Certificate2 certificate, string name)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CertificateBag);
            using (writer.PushSequence(Explicit))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(X509);
                using (writer.PushSequence(Explicit))
                {
                    writer.WriteOctetString(certificate.RawData);
                }
            }

            using (writer.PushSetOf())
            {
                Attribute(writer, FriendlyName, () => writer.WriteCharacterString(UniversalTagNumber.BMPString, name));
                Attribute(writer, TrustedKeyUsage, () => writer.WriteObjectIdentifier(ForEverything));
            }
        }
    }

    private static void Attribute(AsnWriter writer, string identifier, Action value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(identifier);
            using (writer.PushSetOf())
            {
                value();
            }
        }
    }

    private static byte[] Sequence(Action<AsnWriter> content)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            content(writer);
        }

        return writer.Encode();
    }
}
