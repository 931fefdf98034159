using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Readiness.Osigu.Sample.Monitoring;

/// <summary>The metrics in the text format of Prometheus, version 0.0.4.</summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    public static Task HandleAsync(HttpContext http, ClinicMetrics metrics)
    {
        http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return http.Response.WriteAsync(Render(metrics), http.RequestAborted);
    }

    public static string Render(ClinicMetrics metrics)
    {
        var ages = metrics.Pending;
        return string.Concat(
            Metric("osigu_token_failures_total", "counter", "Token requests that brought no token.", metrics.TokenFailures.Total),
            Metric("osigu_webhook_rejections_total", "counter", "Webhooks answered 4xx.", metrics.WebhookRejections.Total),
            Metric("osigu_webhook_errors_total", "counter", "Webhooks answered 5xx.", metrics.WebhookErrors.Total),
            Metric("osigu_api_errors_total", "counter", "Calls answered 5xx by the provider.", metrics.ApiErrors.Total),
            Metric("osigu_api_refusals_total", "counter", "Calls answered 401 by the provider.", metrics.ApiRefusals.Total),
            Metric("osigu_pending_requests", "gauge", "Requests that wait for their sponsor.", ages.Count),
            Metric("osigu_pending_oldest_age_seconds", "gauge", "How long the oldest of them has been waiting.", ages.Count == 0 ? 0 : ages.Max(one => one.Age).TotalSeconds));
    }

    private static string Metric(string name, string type, string help, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n{name} {value:0.###}\n");
}
