using System.IO.Pipelines;
using System.Net.Security;
using Microsoft.AspNetCore.Connections;

namespace Readiness.Sandbox.Hosting;

/// <summary>HTTP within TLS. Resets and half answers happen to the connection below, as they do where a network fails.</summary>
internal sealed class SecureWire : IWire
{
    private readonly ConnectionContext transport;
    private readonly SslStream secure;
    private bool reset;

    /// <param name="secure">After its handshake.</param>
    public SecureWire(ConnectionContext transport, SslStream secure)
    {
        this.transport = transport;
        this.secure = secure;
        Input = PipeReader.Create(secure, new StreamPipeReaderOptions(leaveOpen: true));
        Output = PipeWriter.Create(secure, new StreamPipeWriterOptions(leaveOpen: true));
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    public CancellationToken ClientGone => transport.ConnectionClosed;

    public bool Secure => true;

    /// <remarks>The stream below hands every record to the operating system at once.</remarks>
    public ValueTask SendNow(ReadOnlyMemory<byte> bytes) => secure.WriteAsync(bytes);

    public void Reset()
    {
        reset = true;
        RawSocket.Reset(transport);
    }

    public async ValueTask DisposeAsync()
    {
        if (!reset)
        {
            await Close();
        }

        await secure.DisposeAsync();
        await transport.Transport.Output.CompleteAsync();
        await transport.Transport.Input.CompleteAsync();
        await transport.DisposeAsync();
    }

    private async Task Close()
    {
        try
        {
            await Output.CompleteAsync();
            await Input.CompleteAsync();

            // Says within TLS that nothing follows, so that a client can tell an end from a cut line.
            await secure.ShutdownAsync();
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // The client closed first, and wants no farewell.
        }
    }
}
