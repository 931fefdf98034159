using System.Net;
using System.Net.Sockets;
using System.Text;
using Readiness.Recording;
using RestSharp;

namespace Readiness.Drivers.Http;

/// <summary>Asks one host over HTTP. Slow, endless, packed and broken answers become replies, or problems in words.</summary>
internal sealed class HttpCaller : IDisposable
{
    private readonly RestClient client;
    private readonly Uri url;

    /// <param name="url">Where requests go; what is asked for stands below it.</param>
    /// <param name="headers">Sent with every request.</param>
    public HttpCaller(Uri url, IReadOnlyDictionary<string, string> headers)
    {
        this.url = url;
        client = new RestClient(new RestClientOptions(url)
        {
            // The operation's own limit counts; proxies have no place between two processes that test each other.
            Timeout = Timeout.InfiniteTimeSpan,
            Proxy = null,
            FollowRedirects = false,
            ConfigureMessageHandler = _ => new BoundedAnswers(new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                MaxResponseDrainSize = 0,
                RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            }),
            ThrowOnAnyError = false,
        });
        foreach (var (name, value) in headers)
        {
            client.AddDefaultHeader(name, value);
        }
    }

    /// <exception cref="OperationCanceledException">It was cancelled before the whole answer had come.</exception>
    public async Task<HttpReply> Send(RestRequest request, CancellationToken cancellation)
    {
        var response = await client.ExecuteAsync(request, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (response.StatusCode == 0 || response.ErrorException is not null and not HttpRequestException { StatusCode: not null })
        {
            return new HttpReply(0, "", "", [], Unread(response.ErrorException));
        }

        (string Name, string Value)[] headers = [.. (response.Headers ?? []).Concat(response.ContentHeaders ?? []).Select(header => (header.Name, $"{header.Value}"))];
        var type = headers.FirstOrDefault(header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        return new HttpReply((int)response.StatusCode, type.Split(';')[0].Trim().ToLowerInvariant(), Decoded(response.RawBytes ?? [], type), headers, null);
    }

    public void Dispose() => client.Dispose();

    private static string Decoded(byte[] body, string type)
    {
        var named = type.Split(';').Skip(1).Select(part => part.Trim())
            .FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..].Trim('"', '\'');
        using var reader = new StreamReader(new MemoryStream(body), Charset(named), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding Charset(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return Encoding.UTF8;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // A name that nobody knows says nothing.
            return Encoding.UTF8;
        }
    }

    private DriverAnswer Unread(Exception? fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AnswerTooLargeException:
                    return AnswerReader.TooLarge();
                case InvalidDataException:
                    return AnswerReader.Unreadable($"the answer of {url} cannot be unpacked: {cause.Message}");
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return Problem($"nothing listens at {url}");
                case SocketException { SocketErrorCode: SocketError.ConnectionReset } or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse }:
                    return AnswerReader.Unreadable($"{url}: the connection was closed before the answer was whole", kind: DriverProblemKind.BrokeOff);
            }
        }

        return Problem($"{url}: {fault?.Message ?? "no answer"}");
    }

    private static DriverAnswer Problem(string detail) => new() { Outcome = Outcome.Unreadable, Problem = new DriverProblem(DriverProblemKind.NotReached, detail) };
}
