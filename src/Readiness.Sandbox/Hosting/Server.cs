using Microsoft.AspNetCore.Connections;

namespace Readiness.Sandbox.Hosting;

/// <summary>Serves the connections of one port, over TLS where it has a certificate.</summary>
internal sealed class Server(SandboxListen listen, ISandboxApplication application, TimeProvider clock)
{
    private readonly DateLine date = new(clock);
    private readonly TlsHandshake? handshake = listen.Certificate is { } certificate ? new TlsHandshake(certificate) : null;

    /// <summary>Serves one connection to its end. Never throws.</summary>
    public async Task Serve(ConnectionContext transport, string name, CancellationToken stopping)
    {
        if (await Wire(transport, name, stopping) is { } wire)
        {
            await new HttpConnection(wire, name, application, listen, clock, date).Serve(stopping);
        }
    }

    private async Task<IWire?> Wire(ConnectionContext transport, string name, CancellationToken stopping)
    {
        var plain = new PlainWire(transport);
        if (handshake is null)
        {
            return plain;
        }

        try
        {
            if (await handshake.Secure(transport, stopping) is { } secure)
            {
                return secure;
            }
        }
        catch (UnreadableRequestException fault)
        {
            application.Unreadable(name, fault.Kind, fault.Message);
            if (fault.Kind == UnreadableKind.PlainOnTlsPort)
            {
                await new ResponseWriter(plain, clock, date).Refuse(fault.Status, "This port speaks HTTPS: write https in the URL.\n");
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops: nothing was agreed on yet.
        }

        await plain.DisposeAsync();
        return null;
    }
}
