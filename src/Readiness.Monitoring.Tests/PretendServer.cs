using Readiness.Recording;
using Readiness.Sandbox.Hosting;

namespace Readiness.Monitoring.Tests;

/// <summary>Answers as a monitoring system would, by path.</summary>
internal sealed class PretendServer : ISandboxApplication, IAsyncDisposable
{
    private readonly KestrelHost host = new(TimeProvider.System);
    private readonly Dictionary<string, (int Status, string Body)> answers = [];
    private readonly Lock gate = new();

    public Uri Url { get; private set; } = new("http://unset");

    public static async Task<PretendServer> Start()
    {
        var server = new PretendServer();
        server.Url = await server.host.Start(new SandboxListen(), server, CancellationToken.None);
        return server;
    }

    /// <summary>What is answered to that path, whatever its query, from now on.</summary>
    public void Answers(string path, string body, int status = 200)
    {
        lock (gate)
        {
            answers[path] = (status, body);
        }
    }

    public async Task Handle(IWireExchange exchange, CancellationToken stopping)
    {
        (int Status, string Body) answer;
        lock (gate)
        {
            answer = answers.GetValueOrDefault(exchange.Target.Split('?')[0], (404, ""));
        }

        await exchange.Send(answer.Status, [new Header("Content-Type", "application/json")], System.Text.Encoding.UTF8.GetBytes(answer.Body), static (_, _) => { });
    }

    public void Unreadable(string connection, UnreadableKind kind, string what)
    {
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
