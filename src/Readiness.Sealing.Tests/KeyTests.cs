using System.Security.Cryptography;

namespace Readiness.Sealing.Tests;

public sealed class KeyTests
{
    [Test]
    public void A_key_is_read_from_either_form_of_pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var pkcs8 = SealKey.Read(key.ExportPkcs8PrivateKeyPem());
        using var sec1 = SealKey.Read(key.ExportECPrivateKeyPem());

        pkcs8.Public.Id.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())));
        sec1.Public.Id.ShouldBe(pkcs8.Public.Id);
        PublicKey.Read(pkcs8.Public.Pem).Id.ShouldBe(pkcs8.Public.Id);
    }

    [Test]
    public void What_is_no_key_for_it_is_refused_and_not_shown()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        using var key = SealKey.Ephemeral();

        Refused("s3cret text").ShouldBe("it is no private key in PEM without a password: 'readiness seal key' makes one that is");
        Refused(rsa.ExportPkcs8PrivateKeyPem()).ShouldBe("it is no private key in PEM without a password: 'readiness seal key' makes one that is");
        Refused(other.ExportPkcs8PrivateKeyPem()).ShouldBe("it is a key on another curve than P-256");
        Refused(key.Public.Pem).ShouldBe("it is a public key, and sealing takes the private one");
        Should.Throw<SealKeyException>(() => PublicKey.Read("")).Message.ShouldBe("it is no public key in PEM without a password: 'readiness seal key' makes one that is");
    }

    [Test]
    public void A_signature_has_one_form_alone()
    {
        using var key = SealKey.Ephemeral();
        for (var trial = 0; trial < 50; trial++)
        {
            var signature = key.Sign("data"u8);
            var plain = SignatureForm.Read(signature)!;
            var n = new System.Numerics.BigInteger(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
            var s = n - new System.Numerics.BigInteger(plain.AsSpan(32), isUnsigned: true, isBigEndian: true);
            var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                writer.WriteInteger(new System.Numerics.BigInteger(plain.AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
                writer.WriteInteger(s);
            }

            key.Public.Verifies("data"u8, signature).ShouldBeTrue();
            key.Public.Verifies("other"u8, signature).ShouldBeFalse();
            key.Public.Verifies("data"u8, writer.Encode()).ShouldBeFalse();
            key.Public.Verifies("data"u8, [.. signature, 0]).ShouldBeFalse();
        }
    }

    private static string Refused(string pem) => Should.Throw<SealKeyException>(() => SealKey.Read(pem)).Message;
}
