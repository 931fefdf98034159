using Readiness.Recording;
using Readiness.Sandbox.Hosting;

namespace Readiness.Sandbox.Tests;

/// <summary>Another server of this machine that knows the addresses below <c>/prices</c>, and keeps what it was asked.</summary>
internal sealed class OtherServer : ISandboxApplication, IAsyncDisposable
{
    private readonly KestrelHost host = new(TimeProvider.System);

    public Uri Url { get; private set; } = new("http://unset");

    /// <summary>The last request: its line and headers, then its body.</summary>
    public string Last { get; private set; } = "";

    public static async Task<OtherServer> Open()
    {
        var server = new OtherServer();
        server.Url = await server.host.Start(new SandboxListen(), server, CancellationToken.None);
        return server;
    }

    public async Task Handle(IWireExchange exchange, CancellationToken stopping)
    {
        Last = $"{exchange.Method} {exchange.Target}\n{string.Join('\n', exchange.Headers.Select(header => $"{header.Name}: {header.Value}"))}\n\n{System.Text.Encoding.UTF8.GetString(exchange.Body.Span)}";
        if (exchange.Target.StartsWith("/prices/broken", StringComparison.Ordinal))
        {
            await exchange.SendPart(200, [], "{\"price\""u8.ToArray(), 3);
            exchange.Reset();
            return;
        }

        await (exchange.Target.StartsWith("/prices", StringComparison.Ordinal)
            ? exchange.Send(201, [new("X-Price-List", "a"), new("X-Price-List", "b"), new("Content-Type", "text/plain")], "12.50"u8.ToArray(), (_, _) => { })
            : exchange.Send(404, [new("X-No-Mapping", "true")], default, (_, _) => { }));
    }

    public void Unreadable(string connection, UnreadableKind kind, string what)
    {
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
