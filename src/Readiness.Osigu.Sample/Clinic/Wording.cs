using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>What a clerk reads. Different causes ask for different actions, so no two of them share a sentence.</summary>
internal static class Wording
{
    public const string NotCovered = "The person was found, but the coverage is not active. Nothing was requested.";
    public const string DocumentMissing = "A document is missing: the sponsor wants the medical indication. Attach it and send again.";
    public const string WaitingForSponsor = "The sponsor decides later. The decision will be shown here; nothing may be dispensed before.";
    public const string PasswordWanted = "The sponsor wants a one-time password. It was sent to the person's registered destination; enter it and send again.";
    public const string BiometricWanted = "The sponsor wants a biometric reading, and none was taken. Place the finger on the device and send again.";
    public const string Void = "The authorization was voided and cannot be dispensed.";
    public const string Expired = "The authorization has expired and cannot be dispensed.";

    /// <summary>The provider's code for a product that is not among this clinic's.</summary>
    public const string NotRegistered = "071-104";

    public static string Rejected(string? reason) =>
        $"The sponsor rejected the request: {(string.IsNullOrWhiteSpace(reason) ? "no reason was given" : reason)}";

    /// <summary>The outcome for a call that failed and that nothing else has to be said about.</summary>
    public static Outcome Of(ProviderFault fault)
    {
        var error = OutcomeError.Of(fault);
        return fault.Kind switch
        {
            FaultKind.NotFound => Outcome.Failure("Not found: the provider does not know this person or number. Check what was entered.", error),
            FaultKind.Conflict => Outcome.Failure("Already used: this was dispensed or completed before. Do not hand out anything.", error),
            FaultKind.Refused when fault.Code is NotRegistered => Outcome.Failure(
                "The product is not registered for this clinic. Nothing was ordered; have it registered, or choose another.", error),
            FaultKind.Refused => Outcome.Failure($"The provider refused what was sent ({fault.Code ?? $"status {fault.Status}"}: {fault.Message}). Correct it and send again.", error),
            FaultKind.CredentialsRefused => Outcome.Failure("The provider did not accept this clinic's credentials. Tell the administrator.", error),
            FaultKind.Busy => Outcome.Failure("The provider is busy and asked to wait. Try again in a minute.", error),
            FaultKind.OutcomeUnknown => new Outcome
            {
                Word = Outcome.Unknown,
                Message = "The connection was lost, and it is not known whether this was done. Look it up before repeating it.",
                Error = error,
            },
            _ => Outcome.Failure("The provider is out of order at the moment. Nothing was done; try again later.", error),
        };
    }
}
