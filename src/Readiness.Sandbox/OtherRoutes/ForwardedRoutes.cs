using Readiness.Recording;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.Provider;

namespace Readiness.Sandbox.OtherRoutes;

/// <summary>Hands requests on to another server of this machine, as they are, and brings its answers back.</summary>
/// <param name="server">Where it listens.</param>
/// <param name="unmatched">The header by which it says that it does not know the address.</param>
public sealed class ForwardedRoutes(string party, Uri server, string unmatched) : IOtherRoutes
{
    /// <summary>The longest answer that is brought back, in bytes.</summary>
    public const int LargestAnswer = 10 * 1024 * 1024;

    /// <summary>What belongs to one connection (RFC 9110, section 7.6.1), and what the host that sends the answer writes itself.</summary>
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect", "Content-Length", "Date",
    };

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    public string Party => party;

    public async Task<ProviderAnswer?> Answer(IWireExchange exchange, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, exchange.ClientGone);
        try
        {
            using var response = await client.SendAsync(Copy(exchange), ended.Token);
            return response.Headers.Contains(unmatched) ? null : new ProviderAnswer
            {
                Status = (int)response.StatusCode,
                Headers = [.. response.Headers.Concat(response.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key)).SelectMany(Lines)],
                Body = await response.Content.ReadAsByteArrayAsync(ended.Token),
            };
        }
        catch (HttpRequestException fault)
        {
            return Broken(fault.Message);
        }
        catch (OperationCanceledException)
        {
            return Broken(cancellation.IsCancellationRequested ? "the run ended" : "the client closed the connection");
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private HttpRequestMessage Copy(IWireExchange exchange)
    {
        var copy = new HttpRequestMessage(new HttpMethod(exchange.Method), new Uri(server, OriginForm(exchange.Target)))
        {
            Content = exchange.Body.IsEmpty ? null : new ReadOnlyMemoryContent(exchange.Body),
        };
        foreach (var header in exchange.Headers.Where(header => !OfTheConnection.Contains(header.Name)))
        {
            if (!copy.Headers.TryAddWithoutValidation(header.Name, header.Value))
            {
                copy.Content?.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }
        }

        return copy;
    }

    /// <summary>A client that takes the sandbox for a proxy sends a whole URL; no target may name another host than the server.</summary>
    private static string OriginForm(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.PathAndQuery
        : "/" + target.TrimStart('/');

    private static IEnumerable<Header> Lines(KeyValuePair<string, IEnumerable<string>> header) => header.Value.Select(value => new Header(header.Key, value));

    private static ProviderAnswer Broken(string why) => new() { Status = 0, Annotations = new Dictionary<string, string> { ["problem"] = why } };
}
