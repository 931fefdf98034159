using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Readiness.Sandbox.Tests;

/// <summary>A webhook receiver that shows the raw bytes it got and answers with raw bytes.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public Receiver()
    {
        listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hooks?x=1");
    }

    public Uri Url { get; }

    /// <summary>Takes one connection.</summary>
    public async Task<Socket> Accept() => await listener.AcceptSocketAsync().WaitAsync(Desk.Limit);

    /// <summary>Takes one connection, reads until that many bytes are in, answers, and closes.</summary>
    public async Task<string> Serve(int length, string answer)
    {
        using var socket = await Accept();
        var got = await Read(socket, length);
        await socket.SendAsync(Encoding.Latin1.GetBytes(answer));
        socket.Shutdown(SocketShutdown.Send);
        return got;
    }

    public static async Task<string> Read(Socket socket, int length)
    {
        var bytes = new byte[length];
        var read = 0;
        while (read < length)
        {
            var more = await socket.ReceiveAsync(bytes.AsMemory(read)).AsTask().WaitAsync(Desk.Limit);
            more.ShouldBeGreaterThan(0, "the delivery ended early");
            read += more;
        }

        return Encoding.Latin1.GetString(bytes);
    }

    public void Dispose() => listener.Dispose();
}
