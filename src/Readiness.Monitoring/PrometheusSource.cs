using System.Text.Json;

namespace Readiness.Monitoring;

/// <summary>Asks Prometheus' API: which alerts are firing, which rules there are, and whether declared metrics have values.</summary>
/// <param name="metrics">Queries that have to have a value before anything is judged: they show that the integration is scraped.</param>
/// <param name="names">Alerts that were declared by name, and have to be among the rules.</param>
public sealed class PrometheusSource(Uri url, IReadOnlyList<string> metrics, IReadOnlyList<string> names, TimeProvider clock) : IAlertSource, IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly JsonQuery query = new(url, "Prometheus", clock);

    /// <summary>How long a metric may take to have its first value: an integration that has just been started was not scraped yet.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    public async Task<string> Examine(CancellationToken cancellation)
    {
        var rules = await Rules(cancellation);
        var broken = rules.FirstOrDefault(rule => AlertPosts.Text(rule, "health") == "err");
        if (broken.ValueKind != JsonValueKind.Undefined)
        {
            throw new AlertSourceException(
                $"Prometheus cannot evaluate the rule {AlertPosts.Text(broken, "name")}: {AlertPosts.Text(broken, "lastError")}", "mend the rule; 'promtool check rules' and the page /rules of Prometheus tell more");
        }

        string[] known = [.. rules.Select(rule => AlertPosts.Text(rule, "name")).OfType<string>().Distinct()];
        if (names.Except(known, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } missing)
        {
            throw new AlertSourceException(
                $"monitoring.symptoms names the alert {missing}, and Prometheus has no such rule; it has {(known.Length == 0 ? "none" : string.Join(", ", known.Take(20)))}",
                "correct the name, or load the rule",
                isConfiguration: true);
        }

        foreach (var metric in metrics)
        {
            await ExamineMetric(metric, cancellation);
        }

        await Read(cancellation);
        return $"{known.Length} alerting {(known.Length == 1 ? "rule" : "rules")}{(metrics.Count == 0 ? "" : $", every declared metric has a value")}";
    }

    public async Task<FiringAlerts> Read(CancellationToken cancellation)
    {
        var (body, skew) = await query.Get("api/v1/alerts", cancellation);
        using (body)
        {
            return new FiringAlerts([.. List(body, "alerts").Where(alert => AlertPosts.Text(alert, "state") == "firing").Select(alert => FiringAlerts.Read(alert, "activeAt")).OfType<ObservedAlert>()], skew);
        }
    }

    public void Dispose() => query.Dispose();

    private async Task ExamineMetric(string metric, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        while (!await HasValue(metric, cancellation))
        {
            if (clock.GetElapsedTime(began) >= Patience)
            {
                throw new AlertSourceException(
                    $"Prometheus has no value of {metric}", "let Prometheus scrape the integration under test (its page /targets tells what it reaches), or correct monitoring.metrics");
            }

            await Task.Delay(BetweenLooks, clock, cancellation);
        }
    }

    private async Task<bool> HasValue(string metric, CancellationToken cancellation)
    {
        var (body, _) = await query.Get($"api/v1/query?query={Uri.EscapeDataString(metric)}", cancellation);
        using (body)
        {
            return List(body, "result").Any();
        }
    }

    private async Task<IReadOnlyList<JsonElement>> Rules(CancellationToken cancellation)
    {
        var (body, _) = await query.Get("api/v1/rules?type=alert", cancellation);
        using (body)
        {
            return [.. List(body, "groups").SelectMany(group => group.TryGetProperty("rules", out var rules) ? rules.EnumerateArray() : []).Select(rule => rule.Clone())];
        }
    }

    private JsonElement.ArrayEnumerator List(JsonDocument body, string name) =>
        body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("data", out var data)
        && data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : throw new AlertSourceException($"{url} does not answer as Prometheus does: there is no list '{name}'", "check monitoring.url: it has to be the address of Prometheus", isConfiguration: true);
}
