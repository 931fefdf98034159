using Microsoft.AspNetCore.Connections;

namespace Readiness.Sandbox.Hosting;

/// <summary>Serves the requests of one connection, one after the other.</summary>
internal sealed class HttpConnection(ConnectionContext transport, string name, ISandboxApplication application, SandboxListen limits, TimeProvider clock, DateLine date)
{
    // A client that goes on writing after it was refused gets that long to take the answer.
    private static readonly TimeSpan Lingering = TimeSpan.FromSeconds(5);

    /// <summary>Serves until either side closes. Never throws.</summary>
    public async Task Serve(CancellationToken stopping)
    {
        var feed = new ByteFeed(transport.Transport.Input, clock);
        var output = new ResponseWriter(transport, clock, date);
        try
        {
            var reader = new RequestReader(feed, limits, output.GoOn);
            while (await reader.Next(stopping) is { } request)
            {
                var exchange = new WireExchange(request, name, transport, output);
                await application.Handle(exchange, stopping);
                if (!exchange.KeepsOpen)
                {
                    if (request.Problem is { Status: > 0 })
                    {
                        using var limit = new CancellationTokenSource(Lingering, clock);
                        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
                        await new BodyReader(feed, limits).Drain(either.Token);
                    }

                    break;
                }
            }
        }
        catch (UnreadableRequestException fault)
        {
            application.Unreadable(name, fault.Message);
            await output.Refuse(fault.Status);
        }
        catch (OperationCanceledException)
        {
            // The host stops, or a refused client would not end: either way this connection is over.
        }
        finally
        {
            await transport.Transport.Output.CompleteAsync();
            await transport.Transport.Input.CompleteAsync();
            await transport.DisposeAsync();
        }
    }
}
