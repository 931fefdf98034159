using Readiness.Recording;
using Readiness.Sandbox.Provider;
using Readiness.Sandbox.Webhooks;

namespace Readiness.Osigu.Sandbox;

/// <summary>Turns events into signed webhook requests.</summary>
public sealed class OsiguWebhooks(OsiguSecrets secrets, TimeProvider clock)
{
    /// <summary>A request that carries the event's exact bytes, signed at this moment in the given manner.</summary>
    /// <param name="skew">How far the receiver's clock is ahead of this machine's, where a scenario measures by the receiver's.</param>
    public WebhookMessage Message(ProviderEvent carried, Uri url, WebhookManner manner, TimeSpan skew = default)
    {
        var signed = manner.Sign([.. secrets.WebhookSecrets], (clock.GetUtcNow() + skew).ToUnixTimeSeconds(), carried.Body.ToArray());
        return new WebhookMessage
        {
            Url = url,
            EventId = carried.EventId,
            EventType = carried.EventType,
            Stimulus = carried.Stimulus,
            Genuine = manner.Genuine,
            Manner = manner.Name,
            Headers =
            [
                new Header("Content-Type", "application/json"),
                .. signed.Header is null ? Enumerable.Empty<Header>() : [new Header(signed.HeaderName, signed.Header)],
            ],
            Body = signed.Body,
        };
    }
}
