namespace Readiness.Recording;

/// <summary>What can be wrong with TLS at a receiver, as the journal names it.</summary>
public static class TlsFaults
{
    /// <summary>No handshake came about.</summary>
    public const string NoTls = "no-tls";

    public const string NoCertificate = "no-certificate";

    /// <summary>It vouches for itself, and nobody declared it.</summary>
    public const string SelfSigned = "self-signed";

    /// <summary>Its issuer is not trusted, or cannot be reached because the receiver leaves certificates out.</summary>
    public const string UnknownIssuer = "unknown-issuer";

    /// <summary>It is good for other hosts.</summary>
    public const string OtherName = "other-name";

    /// <summary>Expired, or not valid yet; it, or one above it.</summary>
    public const string OutOfDate = "out-of-date";

    /// <summary>Issued for another purpose, badly signed, or broken.</summary>
    public const string Unusable = "unusable";
}
