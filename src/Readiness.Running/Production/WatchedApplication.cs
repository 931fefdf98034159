using Readiness.Sandbox.Hosting;

namespace Readiness.Running.Production;

/// <summary>Shows everything that reaches an application to the watch first.</summary>
internal sealed class WatchedApplication(ISandboxApplication inner, ProductionWatch watch) : ISandboxApplication
{
    public Task Handle(IWireExchange exchange, CancellationToken stopping)
    {
        watch.Request(exchange);
        return inner.Handle(exchange, stopping);
    }

    public void Unreadable(string connection, UnreadableKind kind, string what)
    {
        watch.Unreadable(what);
        inner.Unreadable(connection, kind, what);
    }
}
