using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu;

/// <summary>What a partner may declare as not used, and the calls that say otherwise.</summary>
public static class OsiguCapabilities
{
    public static IReadOnlyList<CapabilityUse> Uses { get; } =
    [
        CapabilityUse.ByCalls("settlement", "create-settlement", "read-settlement", "list-pending-claims", "attach-claims", "upload-settlement-document", "dispatch-settlement"),
        CapabilityUse.ByCalls("prescription", "create-patient", "create-prescription", "create-prescription-v1.1", "create-prescription-v2"),
        CapabilityUse.ByCalls("otp", "send-otp", "send-otp-generated", "validate-otp", "validate-otp-generated"),
        CapabilityUse.ByCalls("biometric", "create-biometric-reading", "read-biometric-reading"),
        new("asynchronous", DispensedOnALaterDecision),
    ];

    // Requests to an asynchronous sponsor are what other chapters ask of everybody; acting on its decision is the integration's own.
    private static Exchange? DispensedOnALaterDecision(Journal journal)
    {
        HashSet<string> pending =
        [
            .. journal.Exchanges.Where(call => call is { Succeeded: true, Request.Operation: "complete-authorization" } && call.Answered("/status") == "PENDING_SPONSOR")
                .Select(call => call.Answered("/authorization_request_id")).OfType<string>(),
        ];
        HashSet<string> codes =
        [
            .. journal.Deliveries.Where(delivery => delivery is { Acknowledged: true, Sent: { Genuine: true, EventType: "authorization.created" } })
                .Select(delivery => JsonText.Parse(delivery.Sent.Body)).OfType<System.Text.Json.JsonElement>()
                .Where(told => JsonText.At(told, "/data/authorization_request_id") is { } request && pending.Contains(request))
                .Select(told => JsonText.At(told, "/data/authorization_code")).OfType<string>(),
        ];
        return journal.Exchanges.FirstOrDefault(call => call.Request.Operation == "start-dispensation" && call.Sent("/code") is { } code && codes.Contains(code));
    }
}
