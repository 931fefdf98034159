using System.Globalization;

namespace Readiness.Sandbox.Hosting;

/// <summary>Says what went wrong while a connection was to be secured.</summary>
internal static class HandshakeFault
{
    /// <summary>By what the alert is called in the message of the system's TLS, the kind of fault, and what it means. More particular words come first.</summary>
    private static readonly (string Word, UnreadableKind Kind, string Meaning)[] Known =
    [
        ("unknown ca", UnreadableKind.NotTrusted, "the client does not trust the authority that issued the sandbox's certificate (alert: unknown CA)"),
        ("not trusted", UnreadableKind.NotTrusted, "the client does not trust the authority that issued the sandbox's certificate"),
        ("certificate expired", UnreadableKind.NotTrusted, "the client takes the sandbox's certificate for expired (alert: certificate expired); its clock may be wrong"),
        ("certificate unknown", UnreadableKind.NotTrusted, "the client does not accept the sandbox's certificate (alert: certificate unknown)"),
        ("unsupported certificate", UnreadableKind.NotTrusted, "the client cannot use the sandbox's certificate (alert: unsupported certificate)"),
        ("bad certificate", UnreadableKind.NotTrusted, "the client does not accept the sandbox's certificate (alert: bad certificate)"),
        ("no application protocol", UnreadableKind.NoTls, "the client does not offer HTTP/1.1"),
        ("no shared cipher", UnreadableKind.NoTls, "client and sandbox have no cipher in common"),
        ("handshake failure", UnreadableKind.NoTls, "client and sandbox have no cipher or signature in common (alert: handshake failure)"),
        ("unexpected eof", UnreadableKind.NotTrusted, BrokenOff),
        ("connection reset", UnreadableKind.NotTrusted, BrokenOff),
    ];

    private const string BrokenOff = "the client closed the connection within the TLS handshake, as some do that do not trust the certificate";

    /// <summary>After a client hello.</summary>
    public static UnreadableRequestException Of(Exception fault, ClientHello? hello)
    {
        var messages = Messages(fault);
        var (_, kind, meaning) = Known.FirstOrDefault(known => messages.Contains(known.Word, StringComparison.OrdinalIgnoreCase));
        return meaning is null
            ? new UnreadableRequestException($"a TLS handshake that failed: {Innermost(fault).Message}{Offered(hello)}", UnreadableKind.NoTls)
            : new UnreadableRequestException($"a TLS handshake that failed: {meaning}{Offered(hello)}", kind);
    }

    /// <summary>A client that offers no version which is still in use.</summary>
    public static UnreadableRequestException TooOld(ClientHello hello) =>
        new($"a TLS handshake that failed: client and sandbox have no version of TLS in common; the sandbox speaks 1.2 and 1.3{Offered(hello)}", UnreadableKind.NoTls);

    /// <summary>After a handshake that the client took for good, and a connection on which no request came.</summary>
    /// <param name="fault">What reading ended with; null for an orderly close.</param>
    public static UnreadableRequestException WithoutRequest(Exception? fault)
    {
        var messages = fault is null ? "" : Messages(fault);
        var (_, kind, meaning) = Known.FirstOrDefault(known => known.Kind == UnreadableKind.NotTrusted && messages.Contains(known.Word, StringComparison.OrdinalIgnoreCase));
        return meaning is null || meaning == BrokenOff
            ? new UnreadableRequestException("a TLS connection that was closed without a request, as by a client that looks at the certificate after the handshake and does not trust it", UnreadableKind.NotTrusted)
            : new UnreadableRequestException($"a TLS connection without a request: {meaning}", kind);
    }

    /// <summary>Before any TLS.</summary>
    public static UnreadableRequestException NoTls(byte first) => char.IsAsciiLetterUpper((char)first)
        ? new UnreadableRequestException("a plain HTTP request on an HTTPS port", UnreadableKind.PlainOnTlsPort)
        : new UnreadableRequestException("bytes that are no TLS client hello on an HTTPS port");

    private static string Offered(ClientHello? hello) => hello is null ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"; it asked for {hello.ServerName ?? "no host by name"}, offered up to {hello.Newest}{(hello.Protocols.Count == 0 ? "" : $" and {string.Join(", ", hello.Protocols)}")}");

    private static string Messages(Exception fault) => fault.InnerException is { } inner ? $"{fault.Message}\n{Messages(inner)}" : fault.Message;

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;
}
