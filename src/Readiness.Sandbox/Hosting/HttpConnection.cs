namespace Readiness.Sandbox.Hosting;

/// <summary>Serves the requests of one connection, one after the other.</summary>
internal sealed class HttpConnection(IWire wire, string name, ISandboxApplication application, SandboxListen limits, TimeProvider clock, DateLine date)
{
    // A client that goes on writing after it was refused gets that long to take the answer.
    private static readonly TimeSpan Lingering = TimeSpan.FromSeconds(5);

    /// <summary>Serves until either side closes. Never throws.</summary>
    public async Task Serve(CancellationToken stopping)
    {
        var feed = new ByteFeed(wire.Input, clock);
        var output = new ResponseWriter(wire, clock, date);
        try
        {
            await Serve(feed, output, stopping);
        }
        catch (UnreadableRequestException fault)
        {
            application.Unreadable(name, fault.Kind, fault.Message);
            await output.Refuse(fault.Status);
        }
        catch (OperationCanceledException)
        {
            // The host stops, or a refused client would not end: either way this connection is over.
        }
        finally
        {
            await wire.DisposeAsync();
        }
    }

    private async Task Serve(ByteFeed feed, ResponseWriter output, CancellationToken stopping)
    {
        var reader = new RequestReader(feed, limits, output.GoOn);
        var served = 0;
        while (await reader.Next(stopping) is { } request)
        {
            served++;
            var exchange = new WireExchange(request, name, wire, output);
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

        if (served == 0 && wire.Secure)
        {
            var fault = HandshakeFault.WithoutRequest(feed.Fault);
            application.Unreadable(name, fault.Kind, fault.Message);
        }
    }
}
