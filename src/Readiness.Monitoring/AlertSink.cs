using Readiness.Recording;
using Readiness.Sandbox.Hosting;

namespace Readiness.Monitoring;

/// <summary>Takes alerts that are posted to the harness. Whatever a sender does, it costs no more than an answer.</summary>
public sealed class AlertSink(AlertBook book) : ISandboxApplication
{
    /// <summary>The sink's path; what is posted elsewhere is answered 404.</summary>
    public const string Path = "/alerts";

    private static readonly Header[] PlainText = [new("Content-Type", "text/plain; charset=utf-8")];

    public async Task Handle(IWireExchange exchange, CancellationToken stopping)
    {
        try
        {
            var (status, said) = Take(exchange);
            await exchange.Send(status, PlainText, System.Text.Encoding.UTF8.GetBytes(said + "\n"), static (_, _) => { });
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The sender is gone; what it said was taken before it was answered.
            exchange.Reset();
        }
    }

    public void Unreadable(string connection, UnreadableKind kind, string what) => book.Complain(what);

    private (int Status, string Said) Take(IWireExchange exchange)
    {
        if (exchange.Problem is { } problem)
        {
            book.Complain(problem.Reason);
            return (problem.Status > 0 ? problem.Status : 400, problem.Reason);
        }

        if (exchange.Target.Split('?', 2)[0].TrimEnd('/') != Path)
        {
            return (404, $"post alerts to {Path}");
        }

        if (exchange.Method != "POST")
        {
            return (405, $"post alerts to {Path}: Alertmanager's webhook, version 4, or {{\"alert\": \"…\", \"status\": \"firing\"}}");
        }

        try
        {
            foreach (var alert in AlertPosts.Read(exchange.Body))
            {
                book.Take(alert);
            }

            return (200, "taken");
        }
        catch (FormatException fault)
        {
            book.Complain(fault.Message);
            return (400, fault.Message);
        }
    }
}
