using System.Text.Json;

namespace Readiness.Monitoring;

/// <summary>Asks Alertmanager's API, version 2. Alerts that are silenced or inhibited reach nobody and do not count.</summary>
public sealed class AlertmanagerSource(Uri url, TimeProvider clock) : IAlertSource, IDisposable
{
    private readonly JsonQuery query = new(url, "Alertmanager", clock);

    public async Task<string> Examine(CancellationToken cancellation) =>
        (await Read(cancellation)).Alerts.Count is var firing && firing == 1 ? "1 alert is firing" : $"{firing} alerts are firing";

    public async Task<FiringAlerts> Read(CancellationToken cancellation)
    {
        var (body, skew) = await query.Get("api/v2/alerts?active=true&silenced=false&inhibited=false", cancellation);
        using (body)
        {
            return body.RootElement.ValueKind == JsonValueKind.Array
                ? new FiringAlerts([.. body.RootElement.EnumerateArray().Where(IsActive).Select(alert => FiringAlerts.Read(alert, "startsAt")).OfType<ObservedAlert>()], skew)
                : throw new AlertSourceException($"{url} answers /api/v2/alerts with no list", "check monitoring.url: it has to be the address of Alertmanager", isConfiguration: true);
        }
    }

    public void Dispose() => query.Dispose();

    private static bool IsActive(JsonElement alert) => !alert.TryGetProperty("status", out var status) || AlertPosts.Text(status, "state") != "suppressed";
}
