using Readiness.Checklist;

namespace Readiness.Osigu.Items;

internal static class ContractItems
{
    public static IReadOnlyList<ChecklistItem> All { get; } =
    [
        Item.Contract("OSG-CFG-01", Chapters.SponsorRules, ProofClass.Drive, Pages.Sponsors,
            "The mandatory fields of a request come from the sponsor's configuration."),
        Item.Contract("OSG-OTP-01", Chapters.SponsorRules, ProofClass.Drive, Pages.Otp,
            "A person is verified when the sponsor asks for it, and only then.") with { Capability = "otp" },
        Item.Contract("OSG-PROD-01", Chapters.SponsorRules, ProofClass.Drive, Pages.ProviderProducts,
            "A product that is not registered stops the request; it is not registered on the way."),
        Item.Contract("OSG-VOID-01", Chapters.SponsorChanges, ProofClass.Drive, Pages.AuthorizationEvents,
            "An authorization that was voided is no longer dispensed."),
        Item.Contract("OSG-UPD-01", Chapters.SponsorChanges, ProofClass.Drive, Pages.AuthorizationEvents,
            "A change by the sponsor reaches what is dispensed."),
        Item.Contract("OSG-PRIV-01", Chapters.Privacy, ProofClass.Wire, Pages.Otp,
            "Personal data stays out of URLs, and telephone numbers and e-mail addresses are shown masked."),
    ];
}
