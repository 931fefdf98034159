namespace Readiness.Sandbox.Hosting;

/// <summary>What kind of bytes could not be read as a request, for whoever looks for the remedy.</summary>
public enum UnreadableKind
{
    /// <summary>No HTTP/1.x.</summary>
    NotHttp,

    /// <summary>TLS where plain HTTP is spoken.</summary>
    TlsOnPlainPort,

    /// <summary>Plain HTTP where TLS is spoken.</summary>
    PlainOnTlsPort,

    /// <summary>The client does not trust the sandbox's certificate, or closed where such a client closes.</summary>
    NotTrusted,

    /// <summary>No common version, cipher or protocol, or a handshake that broke off.</summary>
    NoTls,
}
