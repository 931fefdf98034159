namespace Readiness.Osigu.Sample.Switches;

/// <summary>The end of a layer of one's own: gives the request back to the layers below the one that it replaces.</summary>
internal sealed class Onward : HttpMessageHandler
{
    /// <summary>The way on, for each request.</summary>
    public static readonly HttpRequestOptionsKey<Func<HttpRequestMessage, Task<HttpResponseMessage>>> Way = new("onward");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Options.TryGetValue(Way, out var send) ? send(request) : throw new InvalidOperationException("the request has no way on");
}
