using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Readiness.Sandbox.Hosting;

/// <summary>HTTP directly on a connection of Kestrel's transport.</summary>
internal sealed class PlainWire(ConnectionContext transport) : IWire
{
    public PipeReader Input => transport.Transport.Input;

    public PipeWriter Output => transport.Transport.Output;

    public CancellationToken ClientGone => transport.ConnectionClosed;

    public bool Secure => false;

    public ValueTask SendNow(ReadOnlyMemory<byte> bytes) => RawSocket.Send(transport, bytes);

    public void Reset() => RawSocket.Reset(transport);

    public async ValueTask DisposeAsync()
    {
        await Output.CompleteAsync();
        await Input.CompleteAsync();
        await transport.DisposeAsync();
    }
}
