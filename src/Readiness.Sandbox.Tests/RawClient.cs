using System.Net.Sockets;
using System.Text;

namespace Readiness.Sandbox.Tests;

/// <summary>A client that sees what the wire shows.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient tcp;
    private readonly List<byte> unread = [];

    private RawClient(TcpClient tcp) => this.tcp = tcp;

    /// <summary>True once the sandbox has reset the connection.</summary>
    public bool WasReset { get; private set; }

    public static async Task<RawClient> Connect(Uri url)
    {
        var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(url.Host, url.Port);
        return new RawClient(tcp);
    }

    public async Task Send(string text) => await tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

    public Task Post(string path, string body = "{}", string headers = "") =>
        Send($"POST {path} HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>Everything up to the end of the connection.</summary>
    public async Task<string> ReadToEnd()
    {
        while (await More())
        {
        }

        return Take(unread.Count);
    }

    /// <summary>One answer by its announced length.</summary>
    public async Task<string> ReadAnswer(bool bodyless = false)
    {
        int end;
        while ((end = Encoding.Latin1.GetString([.. unread]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            (await More()).ShouldBeTrue("the connection ended before an answer");
        }

        var head = Take(end + 4);
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal)) is { } line && !bodyless
            ? int.Parse(line[16..], System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        while (unread.Count < length)
        {
            (await More()).ShouldBeTrue("the connection ended within an answer");
        }

        return head + Take(length);
    }

    /// <summary>Goes away in order (FIN).</summary>
    public void Dispose() => tcp.Dispose();

    private string Take(int bytes)
    {
        var text = Encoding.UTF8.GetString([.. unread[..bytes]]);
        unread.RemoveRange(0, bytes);
        return text;
    }

    private async Task<bool> More()
    {
        var buffer = new byte[8192];
        try
        {
            var read = await tcp.GetStream().ReadAsync(buffer).AsTask().WaitAsync(Desk.Limit);
            unread.AddRange(buffer[..read]);
            return read > 0;
        }
        catch (IOException fault) when (fault.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            WasReset = true;
            return false;
        }
    }
}
