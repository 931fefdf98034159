using Readiness.Recording;

namespace Readiness.Sandbox.Hosting;

/// <summary>One exchange over a connection.</summary>
internal sealed class WireExchange(WireRequest request, string connection, IWire wire, ResponseWriter output) : IWireExchange
{
    /// <summary>True where the next request may follow on this connection.</summary>
    public bool KeepsOpen { get; private set; } = request.KeepsOpen;

    public long ArrivedAt => request.ArrivedAt;

    public long BodyAt => request.BodyAt;

    public string Connection => connection;

    public string Method => request.Head.Method;

    public string Target => request.Head.Target;

    public IReadOnlyList<Header> Headers => request.Head.Headers;

    public ReadOnlyMemory<byte> Body => request.Body;

    public WireProblem? Problem => request.Problem;

    public CancellationToken ClientGone => wire.ClientGone;

    private ResponseShape Shape => new(HeadOnly: Method == "HEAD", Closes: !KeepsOpen);

    public Task<bool> Send(int status, IReadOnlyList<Header> headers, ReadOnlyMemory<byte> body, Action<long, long> beforeLastByte) =>
        output.Send(status, headers, body, Shape, beforeLastByte);

    public Task<bool> SendPart(int status, IReadOnlyList<Header> headers, ReadOnlyMemory<byte> body, int bytes)
    {
        KeepsOpen = false;
        return output.SendPart(status, headers, body, bytes);
    }

    public void Reset()
    {
        KeepsOpen = false;
        wire.Reset();
    }

    public void Close() => KeepsOpen = false;
}
