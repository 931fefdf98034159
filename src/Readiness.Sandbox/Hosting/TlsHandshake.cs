using System.Buffers;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;
using Readiness.Sandbox.Certificates;

namespace Readiness.Sandbox.Hosting;

/// <summary>Secures connections, and finds out why one could not be.</summary>
internal sealed class TlsHandshake(ServerCertificate certificate)
{
    /// <summary>A fatal alert, number 70, as a record: RFC 5246 section 7.2.</summary>
    private static readonly byte[] ProtocolVersionAlert = [0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46];

    // The versions are the system's own choice, which is 1.2 and 1.3 wherever .NET 10 runs.
    private readonly SslServerAuthenticationOptions options = new()
    {
        ServerCertificateContext = certificate.Context,
        ApplicationProtocols = [SslApplicationProtocol.Http11],
        ClientCertificateRequired = false,
    };

    /// <summary>The connection within TLS; null where the client closed it without a byte.</summary>
    /// <exception cref="UnreadableRequestException">No TLS came about; the message says what was seen.</exception>
    public async Task<IWire?> Secure(ConnectionContext transport, CancellationToken cancellation)
    {
        if (await FirstRecord(transport, cancellation) is not { } hello)
        {
            return null;
        }

        if (hello.Read is { IsTooOld: true } old)
        {
            await Refuse(transport);
            throw HandshakeFault.TooOld(old);
        }

        var secure = new SslStream(new TransportStream(transport));
        try
        {
            await secure.AuthenticateAsServerAsync(options, cancellation);
            return new SecureWire(transport, secure);
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException or InvalidOperationException)
        {
            await secure.DisposeAsync();
            throw HandshakeFault.Of(fault, hello.Read);
        }
    }

    private static async Task Refuse(ConnectionContext transport)
    {
        try
        {
            await RawSocket.Send(transport, ProtocolVersionAlert);
        }
        catch (IOException)
        {
            // It did not wait for the reason.
        }
    }

    /// <summary>Looks at the first record and leaves it where it is.</summary>
    private static async Task<Seen?> FirstRecord(ConnectionContext transport, CancellationToken cancellation)
    {
        var input = transport.Transport.Input;
        while (true)
        {
            var result = await Next(transport, cancellation);
            if (result is not { } arrived || (arrived.IsCompleted && arrived.Buffer.IsEmpty))
            {
                return null;
            }

            var bytes = arrived.Buffer.ToArray();
            var first = bytes[0];
            var wanted = bytes.Length < ClientHello.RecordHead ? ClientHello.RecordHead : ClientHello.LengthOf(bytes);
            var enough = first != ClientHello.FirstByte || bytes.Length >= wanted || arrived.IsCompleted;
            input.AdvanceTo(arrived.Buffer.Start, enough ? arrived.Buffer.Start : arrived.Buffer.End);
            if (first != ClientHello.FirstByte)
            {
                throw HandshakeFault.NoTls(first);
            }

            if (enough)
            {
                return new Seen(ClientHello.Read(bytes));
            }
        }
    }

    private static async Task<System.IO.Pipelines.ReadResult?> Next(ConnectionContext transport, CancellationToken cancellation)
    {
        try
        {
            return await transport.Transport.Input.ReadAsync(cancellation);
        }
        catch (IOException)
        {
            // Reset before it said anything: nobody to tell of.
            return null;
        }
    }

    private sealed record Seen(ClientHello? Read);
}
