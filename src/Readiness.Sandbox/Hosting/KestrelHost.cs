using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Readiness.Sandbox.Hosting;

/// <summary>HTTP/1.1 on Kestrel's socket transport, below its HTTP layer: that one reorders headers, hides when bytes came, and finishes what it began to send.</summary>
/// <param name="connectionPrefix">What the names of its connections begin with; another one for each host that writes into the same journal.</param>
public sealed class KestrelHost(TimeProvider clock, string connectionPrefix = "c") : ISandboxHost
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, (ConnectionContext Transport, Task Served)> connections = new();
    private IConnectionListener? listener;
    private Task accepting = Task.CompletedTask;

    public async Task<Uri> Start(SandboxListen listen, ISandboxApplication application, CancellationToken cancellation)
    {
        if (listen.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new SandboxListenException($"The sandbox cannot listen on port {listen.Port}: ports run from 0 to 65535. Set 'sandbox.listen' to one of them, or to port 0 for any free one.");
        }

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var endpoint = new IPEndPoint(listen.Address, listen.Port);
        try
        {
            listener = await transport.BindAsync(endpoint, cancellation);
        }
        catch (Exception fault) when (fault is AddressInUseException or SocketException)
        {
            throw Explain(endpoint, fault);
        }

        accepting = Accept(listener, new Server(listen, application, clock));
        var bound = (IPEndPoint)listener.EndPoint;
        var reached = bound.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : bound.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : bound.Address;
        return new Uri($"{(listen.Certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps)}://{new IPEndPoint(reached, bound.Port)}/");
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref listener, null) is not { } bound)
        {
            return;
        }

        await bound.UnbindAsync();
        await stopping.CancelAsync();
        await accepting;
        try
        {
            await Task.WhenAll(connections.Values.Select(connection => connection.Served)).WaitAsync(StopLimit, clock);
        }
        catch (TimeoutException)
        {
            // A client that takes its answer too slowly does not keep a run from ending.
            foreach (var (connection, _) in connections.Values)
            {
                connection.Abort();
            }
        }

        await bound.DisposeAsync();
        stopping.Dispose();
    }

    private async Task Accept(IConnectionListener from, Server server)
    {
        var number = 0;
        while (await from.AcceptAsync() is { } connection)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{connectionPrefix}{++number}");
            var served = new TaskCompletionSource();
            connections[name] = (connection, served.Task);
            _ = Serve(connection, name);

            async Task Serve(ConnectionContext transport, string known)
            {
                await Task.Yield();
                try
                {
                    await server.Serve(transport, known, stopping.Token);
                }
                finally
                {
                    connections.TryRemove(known, out _);
                    served.SetResult();
                }
            }
        }
    }

    private static SandboxListenException Explain(IPEndPoint endpoint, Exception fault)
    {
        var why = fault switch
        {
            AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
                "the port is in use. End the program that listens there, or set 'sandbox.listen' to port 0 for any free port",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                "this user is not allowed to use that port. Set 'sandbox.listen' to one above 1023, or to port 0 for any free port",
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
                "that is not an address of this machine. Take 127.0.0.1, or 0.0.0.0 for every address",
            _ => $"{fault.Message}. Check the address",
        };
        return new SandboxListenException($"The sandbox cannot listen on {endpoint}: {why}.", fault);
    }
}
