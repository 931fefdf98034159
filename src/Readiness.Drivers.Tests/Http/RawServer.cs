using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Readiness.Drivers.Tests.Http;

/// <summary>A server that answers byte by byte as a test wants it, one request a connection.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly Func<string, Stream, CancellationToken, Task> answer;
    private readonly Task serving;

    private RawServer(Func<string, Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = Serve();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api");

    /// <summary>Each as <c>METHOD target</c>, its headers and its body, as received.</summary>
    public IReadOnlyList<string> Requests => [.. requests];

    /// <param name="answer">Given the whole request, writes whatever it wants.</param>
    public static RawServer Answering(Func<string, Stream, CancellationToken, Task> answer) => new(answer);

    /// <summary>Answers every request with these bytes.</summary>
    public static RawServer Answering(byte[] bytes) => new((_, stream, cancel) => stream.WriteAsync(bytes, cancel).AsTask());

    /// <summary>Answers by the first line of the request; 404 to any other.</summary>
    public static RawServer Answering(params (string Request, byte[] Answer)[] answers)
    {
        var left = answers.ToList();
        return new((request, stream, cancel) =>
        {
            var index = left.FindIndex(one => request.StartsWith(one.Request + " HTTP", StringComparison.Ordinal));
            var bytes = index < 0 ? Reply(404, "") : left[index].Answer;

            // Several answers to the same request are given in their order, the last of them for good.
            if (index >= 0 && left.Skip(index + 1).Any(one => one.Request == left[index].Request))
            {
                left.RemoveAt(index);
            }

            return stream.WriteAsync(bytes, cancel).AsTask();
        });
    }

    public static byte[] Reply(int status, string body, params string[] headers) => Reply(status, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Reply(int status, byte[] body, params string[] headers)
    {
        string[] all = [.. headers.Any(header => header.StartsWith("Content-Type", StringComparison.Ordinal)) ? [] : new[] { "Content-Type: application/json" }, .. headers];
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\n{string.Concat(all.Select(header => header + "\r\n"))}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task Serve()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(Handle(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Handle(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await Read(stream);
                requests.Enqueue(request);
                await answer(request, stream, stopping.Token);
            }
            catch (Exception fault) when (fault is OperationCanceledException or IOException or SocketException)
            {
                // The other side gave up, or the test is over.
            }
        }
    }

    private async Task<string> Read(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (!IsWhole(text.ToString()))
        {
            var count = await stream.ReadAsync(buffer, stopping.Token);
            if (count == 0)
            {
                break;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text.ToString()));
    }

    private static bool IsWhole(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))?[16..];
        return end >= 0 && text.Length - end - 4 >= int.Parse(length ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
