using System.Net;
using System.Net.Sockets;
using Readiness.Recording;
using RestSharp;

namespace Readiness.Drivers;

/// <summary>Driver protocol 1 over HTTP: <c>POST {driver.url}/operations/{operation}</c>.</summary>
public sealed class HttpDriver : IDriver
{
    private readonly RestClient client;
    private readonly Uri url;

    /// <param name="url">The driver's address, without <c>/operations</c>.</param>
    /// <param name="headers">Sent with every request.</param>
    public HttpDriver(Uri url, IReadOnlyDictionary<string, string> headers)
    {
        this.url = url;
        client = new RestClient(new RestClientOptions(url)
        {
            // The operation's own limit counts; proxies have no place between two processes that test each other.
            Timeout = Timeout.InfiniteTimeSpan,
            Proxy = null,
            ConfigureMessageHandler = _ => new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) },
            ThrowOnAnyError = false,
        });
        foreach (var (name, value) in headers)
        {
            client.AddDefaultHeader(name, value);
        }
    }

    public async Task<DriverAnswer> Perform(string operation, string input, TimeSpan limit, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limit);
        var request = new RestRequest($"operations/{Uri.EscapeDataString(operation)}", Method.Post).AddStringBody($"{{\"input\":{input}}}", ContentType.Json);
        try
        {
            var response = await client.ExecuteAsync(request, patience.Token);
            cancellation.ThrowIfCancellationRequested();
            return patience.IsCancellationRequested ? TimedOut(limit) : Read(operation, response);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return TimedOut(limit);
        }
    }

    public void Dispose() => client.Dispose();

    private DriverAnswer Read(string operation, RestResponse response) => response.StatusCode switch
    {
        0 => Unreached(response.ErrorException),
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed => Problem(
            DriverProblemKind.NotThere, $"POST {url}/operations/{operation} answered {(int)response.StatusCode}"),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Problem(
            DriverProblemKind.NotAllowed, $"POST {url}/operations/{operation} answered {(int)response.StatusCode}"),
        HttpStatusCode.OK => AnswerReader.Read(response.Content ?? ""),
        var other => AnswerReader.Unreadable($"POST {url}/operations/{operation} answered {(int)other}; 200 is expected, also for an operation that failed"),
    };

    private DriverAnswer Unreached(Exception? fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                return Problem(DriverProblemKind.NotReached, $"nothing listens at {url}");
            }
        }

        return Problem(DriverProblemKind.NotReached, $"{url}: {fault?.Message ?? "no answer"}");
    }

    private static DriverAnswer TimedOut(TimeSpan limit) => new()
    {
        Outcome = Outcome.Unanswered,
        Problem = new DriverProblem(DriverProblemKind.TimedOut, $"no answer within {limit.TotalSeconds:0} s"),
    };

    private static DriverAnswer Problem(DriverProblemKind kind, string detail) => new() { Outcome = Outcome.Unreadable, Problem = new DriverProblem(kind, detail) };
}
