namespace Readiness.Osigu.Sample.Switches;

/// <summary>An HTTP call with something done before, after or instead of it.</summary>
/// <param name="send">Gets the request, the way on, and the cancellation.</param>
internal sealed class AroundCall(
    Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> send)
    : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        send(request, onward => base.SendAsync(onward, cancellationToken), cancellationToken);
}
