using Readiness.Recording;

namespace Readiness.Sandbox.Hosting;

/// <summary>A request as it was read from a connection.</summary>
internal sealed record WireRequest(RequestHead Head, long ArrivedAt, long BodyAt, ReadOnlyMemory<byte> Body, WireProblem? Problem)
{
    /// <summary>True where the client means to use the connection again, and can.</summary>
    public bool KeepsOpen
    {
        get
        {
            var wish = Head.Headers.Value("Connection");
            return Problem is null
                && (Head.Http10
                    ? wish?.Contains("keep-alive", StringComparison.OrdinalIgnoreCase) == true
                    : wish?.Contains("close", StringComparison.OrdinalIgnoreCase) != true);
        }
    }
}
