using System.Net;
using System.Net.Sockets;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>An address of this machine where every connection is taken and closed without a word.</summary>
internal sealed class ClosingDoor : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task closing;

    public ClosingDoor()
    {
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        closing = CloseEach();
    }

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await closing;
        listener.Dispose();
    }

    private async Task CloseEach()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
