using Microsoft.AspNetCore.Http;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>The receiver's place on the web: reads the raw bytes before anything else can touch them.</summary>
internal static class WebhookEndpoint
{
    public const string Path = "/webhooks/osigu";

    /// <summary>Far above any event; the server refuses more with <c>413</c>.</summary>
    public const long LargestBody = 1024 * 1024;

    public static async Task HandleAsync(HttpContext http, IWebhookReceiver receiver)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);

        // Several headers of that name are joined by commas, as HTTP reads them, and then fail unless they make sense together.
        string? signature = http.Request.Headers[SignatureHeader.Name];
        var answer = await receiver.ReceiveAsync(new WebhookDelivery(signature, body.ToArray()), http.RequestAborted);
        http.Response.StatusCode = answer.Status;
    }
}
