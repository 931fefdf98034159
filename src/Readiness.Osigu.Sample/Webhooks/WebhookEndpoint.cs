using Microsoft.AspNetCore.Http;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>The receiver's place on the web: reads the raw bytes before anything else can touch them.</summary>
internal static class WebhookEndpoint
{
    public const string Path = "/webhooks/osigu";

    /// <summary>Far above any event; the server refuses more with <c>413</c>.</summary>
    public const long LargestBody = 1024 * 1024;

    public static async Task HandleAsync(HttpContext http, IWebhookReceiver receiver, ClinicMetrics metrics)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);

        // Several headers of that name are joined by commas, as HTTP reads them, and then fail unless they make sense together.
        string? signature = http.Request.Headers[SignatureHeader.Name];
        var delivery = new WebhookDelivery(signature, body.ToArray());
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            var answer = await receiver.ReceiveAsync(delivery, http.RequestAborted);
            status = http.Response.StatusCode = answer.Status;
        }
        finally
        {
            Count(metrics, delivery, status);
        }
    }

    private static void Count(ClinicMetrics metrics, WebhookDelivery delivery, int status)
    {
        if (status >= StatusCodes.Status500InternalServerError)
        {
            metrics.WebhookErrors.Add();
        }
        else if (status >= StatusCodes.Status400BadRequest)
        {
            metrics.WebhookRejections.Add();
        }
        else if (ProviderEvent.TryRead(delivery.Body, out var heard) && heard.Text("authorization_request_id") is { } request)
        {
            metrics.Heard(request);
        }
    }
}
