using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>Answers what a test tells it to, by method and path, and keeps what was asked.</summary>
internal sealed class PretendProvider : HttpMessageHandler
{
    private readonly List<(Regex Route, Func<Call, Task<HttpResponseMessage>> Answer)> routes = [];
    private readonly ConcurrentQueue<Call> calls = new();
    private int tokens;

    public PretendProvider()
    {
        On("POST /v1/oauth/token", _ => Answer(200, $$"""{"access_token":"token-{{Interlocked.Increment(ref tokens)}}","expires_in":3600}"""));
    }

    public IReadOnlyList<string> Asked => [.. calls.Select(call => call.Line).Where(line => !line.Contains("oauth", StringComparison.Ordinal))];

    public IReadOnlyList<Call> Calls => [.. calls];

    public int TokensAsked => calls.Count(call => call.Line == "POST /v1/oauth/token");

    /// <summary>The newest rule for a route wins.</summary>
    public void On(string route, params string[] bodies)
    {
        var next = -1;
        On(route, _ => Answer(200, bodies[Math.Min(Interlocked.Increment(ref next), bodies.Length - 1)]));
    }

    public void On(string route, Func<Call, HttpResponseMessage> answer) => On(route, call => Task.FromResult(answer(call)));

    public void On(string route, Func<Call, Task<HttpResponseMessage>> answer) =>
        routes.Insert(0, (new Regex($"^{Regex.Escape(route).Replace(@"\*", "[^/?]*", StringComparison.Ordinal)}$"), answer));

    public static HttpResponseMessage Answer(int status, string body = "{}") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new Call(
            $"{request.Method} {request.RequestUri!.PathAndQuery}",
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.NonValidated.TryGetValues("Authorization", out var authorization) ? authorization.ToString() : null);
        calls.Enqueue(call);
        var (_, answer) = routes.FirstOrDefault(rule => rule.Route.IsMatch(call.Line));
        return answer is null ? Answer(404, """{"error_code":"no_route","message":"no rule for it"}""") : await answer(call).WaitAsync(cancellationToken);
    }

    internal sealed record Call(string Line, string Body, string? Authorization);
}
