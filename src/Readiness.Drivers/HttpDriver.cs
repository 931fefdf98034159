using System.Net;
using Readiness.Drivers.Http;
using Readiness.Recording;
using RestSharp;

namespace Readiness.Drivers;

/// <summary>Driver protocol 1 over HTTP: <c>POST {driver.url}/operations/{operation}</c>.</summary>
/// <param name="url">The driver's address, without <c>/operations</c>.</param>
/// <param name="headers">Sent with every request.</param>
public sealed class HttpDriver(Uri url, IReadOnlyDictionary<string, string> headers) : IDriver
{
    private readonly HttpCaller caller = new(url, headers);

    public async Task<DriverAnswer> Perform(string operation, string input, TimeSpan limit, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limit);
        var request = new RestRequest($"operations/{Uri.EscapeDataString(operation)}", Method.Post).AddStringBody($"{{\"input\":{input}}}", ContentType.Json);
        try
        {
            return Read(operation, await caller.Send(request, patience.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return DriverAnswer.TimedOut(limit);
        }
    }

    public void Dispose() => caller.Dispose();

    private DriverAnswer Read(string operation, HttpReply reply) => (HttpStatusCode)reply.Status switch
    {
        _ when reply.Problem is { } problem => problem,
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed => Problem(DriverProblemKind.NotThere, operation, reply.Status),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Problem(DriverProblemKind.NotAllowed, operation, reply.Status),
        HttpStatusCode.OK => AnswerReader.Read(reply.Text),
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => AnswerReader.Unreadable(
            $"POST {url}/operations/{operation} answered {reply.Status}{(reply.Header("Location") is { } elsewhere ? $", to {elsewhere.Split('?')[0]}" : "")}; redirects are not followed", kind: DriverProblemKind.Redirected),
        _ => AnswerReader.Unreadable($"POST {url}/operations/{operation} answered {reply.Status}; 200 is expected, also for an operation that failed", kind: DriverProblemKind.Failed),
    };

    private DriverAnswer Problem(DriverProblemKind kind, string operation, int status) => new()
    {
        Outcome = Outcome.Unreadable,
        Problem = new DriverProblem(kind, $"POST {url}/operations/{operation} answered {status}"),
    };
}
