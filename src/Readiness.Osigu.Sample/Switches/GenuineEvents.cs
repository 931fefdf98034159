using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>Questions about a delivery, for receivers that decide by what is in it.</summary>
internal static class GenuineEvents
{
    /// <summary>Every type that the provider documents.</summary>
    private static readonly string[] Documented =
    [
        "authorization.created", "authorization.rejected", "authorization.updated", "authorization.voided",
        "dispensing.started", "dispensing.completed", "dispensing.cancelled",
        "prescription.issued", "prescription.email_delivered", "prescription.email_failed",
        "settlement.paid", "settlement.rejected", "settlement.partially_accepted",
    ];

    private static readonly string[] Fields = ["event_id", "event_type", "created_at", "api_version", "environment", "data", "provider"];

    /// <summary>The event, if it is well signed and can be read.</summary>
    public static bool Verified(this IServiceProvider all, WebhookDelivery delivery, [NotNullWhen(true)] out ProviderEvent? received)
    {
        received = null;
        return all.GetRequiredService<ISignatureCheck>().Accepts(delivery.Signature, delivery.Body.Span) && ProviderEvent.TryRead(delivery.Body, out received);
    }

    public static bool IsOfDocumentedType(this ProviderEvent received) => Documented.Contains(received.EventType);

    /// <summary>True where the body has a field beside the documented ones, at its outermost level.</summary>
    public static bool HasUnknownFields(this WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        return document.RootElement.EnumerateObject().Any(field => !Fields.Contains(field.Name));
    }
}
