using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The receiver with something done before, after or instead of it.</summary>
internal sealed class AroundWebhook(Func<WebhookDelivery, CancellationToken, Task<WebhookAnswer>> receive) : IWebhookReceiver
{
    public Task<WebhookAnswer> ReceiveAsync(WebhookDelivery delivery, CancellationToken cancel) => receive(delivery, cancel);
}

/// <summary>The inbox with something done before, after or instead of it.</summary>
internal sealed class AroundInbox(Func<ProviderEvent, WebhookDelivery, CancellationToken, Task<bool>> take) : IInbox
{
    public Task<bool> TakeAsync(ProviderEvent received, WebhookDelivery delivery, CancellationToken cancel) => take(received, delivery, cancel);
}

/// <summary>The signature check with something done before, after or instead of it.</summary>
internal sealed class AroundSignature(AroundSignature.Check accepts) : ISignatureCheck
{
    public delegate bool Check(string? header, ReadOnlySpan<byte> body);

    public bool Accepts(string? header, ReadOnlySpan<byte> body) => accepts(header, body);
}
