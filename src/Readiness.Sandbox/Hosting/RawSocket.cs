using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Readiness.Sandbox.Hosting;

/// <summary>What is done to the socket of a connection past Kestrel's transport.</summary>
internal static class RawSocket
{
    /// <summary>Hands the bytes to the operating system.</summary>
    /// <exception cref="IOException">The client is gone.</exception>
    public static async ValueTask Send(ConnectionContext transport, ReadOnlyMemory<byte> bytes)
    {
        var socket = transport.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        try
        {
            for (var rest = bytes; !rest.IsEmpty;)
            {
                rest = rest[await socket.SendAsync(rest, CancellationToken.None)..];
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            throw new IOException("the client is gone", gone);
        }
    }

    /// <summary>Resets the connection (TCP RST).</summary>
    public static void Reset(ConnectionContext transport)
    {
        try
        {
            // Linger 0 makes the close a reset, whatever the transport would have made of it.
            transport.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception gone) when (gone is ObjectDisposedException or SocketException)
        {
            // The client was faster: there is nothing left to reset.
        }

        transport.Abort(new ConnectionAbortedException("reset as planned"));
    }
}
