using Microsoft.AspNetCore.Http;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>A delivery as it came in.</summary>
internal sealed record WebhookDelivery(string? Signature, ReadOnlyMemory<byte> Body);

/// <summary>The answer to a delivery: a status, for the body stays empty.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="IsDuplicate">The event had been taken in before.</param>
internal sealed record WebhookAnswer(int Status, bool IsDuplicate = false);

internal interface IWebhookReceiver
{
    Task<WebhookAnswer> ReceiveAsync(WebhookDelivery delivery, CancellationToken cancel);
}

/// <summary>Checks, stores, answers. The work comes later, for the provider waits ten seconds and no longer.</summary>
internal sealed class WebhookReceiver(ISignatureCheck signatures, IInbox inbox, ClinicSettings settings) : IWebhookReceiver
{
    private static readonly WebhookAnswer NotGenuine = new(StatusCodes.Status401Unauthorized);
    private static readonly WebhookAnswer Unreadable = new(StatusCodes.Status400BadRequest);
    private static readonly WebhookAnswer Taken = new(StatusCodes.Status200OK);
    private static readonly WebhookAnswer TakenBefore = new(StatusCodes.Status200OK, IsDuplicate: true);

    public async Task<WebhookAnswer> ReceiveAsync(WebhookDelivery delivery, CancellationToken cancel)
    {
        if (!signatures.Accepts(delivery.Signature, delivery.Body.Span))
        {
            return NotGenuine;
        }

        if (!ProviderEvent.TryRead(delivery.Body, out var received))
        {
            return Unreadable;
        }

        if (received.Environment != settings.Environment)
        {
            // Genuine, but not meant for this clinic. Refusing it would only bring it back for three days.
            return Taken;
        }

        return await inbox.TakeAsync(received, delivery, cancel) ? Taken : TakenBefore;
    }
}
