using System.Net.Sockets;

namespace Readiness.Sandbox.Webhooks;

/// <summary>Opens a connection to a webhook receiver.</summary>
internal static class ReceiverConnection
{
    /// <exception cref="DeliveryProblemException">No connection came about; the message says why.</exception>
    public static async Task<OpenConnection> Open(Uri url, ReceiverTrust trust, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(url.IdnHost, url.Port, cancellation);
            var plain = new NetworkStream(socket, ownsSocket: true);
            if (url.Scheme != Uri.UriSchemeHttps)
            {
                return new OpenConnection(plain, Tls: null);
            }

            var secured = await trust.Secure(plain, url.IdnHost, cancellation);
            return new OpenConnection(secured.Stream, secured.Tls);
        }
        catch (SocketException fault)
        {
            socket.Dispose();
            throw new DeliveryProblemException(
                fault.SocketErrorCode switch
                {
                    SocketError.ConnectionRefused => "connection refused",
                    SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "name not found",
                    _ => $"no connection: {fault.Message}",
                },
                fault);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}
