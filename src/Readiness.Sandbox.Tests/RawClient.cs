using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Readiness.Sandbox.Tests;

/// <summary>A client that sees what the wire shows.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient tcp;
    private readonly Stream stream;
    private readonly List<byte> unread = [];

    private RawClient(TcpClient tcp, Stream stream) => (this.tcp, this.stream) = (tcp, stream);

    /// <summary>True once the sandbox has reset the connection.</summary>
    public bool WasReset { get; private set; }

    /// <param name="authority">Trusted alone, where the sandbox speaks TLS; null for plain HTTP.</param>
    public static async Task<RawClient> Connect(Uri url, X509Certificate2? authority = null)
    {
        var tcp = new TcpClient { NoDelay = true };
        await tcp.ConnectAsync(url.Host, url.Port);
        if (authority is null)
        {
            return new RawClient(tcp, tcp.GetStream());
        }

        var secure = new SslStream(tcp.GetStream());
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = url.Host, CertificateChainPolicy = Trusting(authority) });
        return new RawClient(tcp, secure);
    }

    public async Task Send(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text));

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

    /// <summary>Trust in one authority and in nothing else.</summary>
    public static X509ChainPolicy Trusting(X509Certificate2 authority) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { authority },
        RevocationMode = X509RevocationMode.NoCheck,
    };

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
            var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(Desk.Limit);
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
