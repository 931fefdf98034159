using Readiness.Checklist;

namespace Readiness.Osigu.Items;

internal static class TokenItems
{
    public static IReadOnlyList<ChecklistItem> All { get; } =
    [
        Item.Required("OSG-TOKEN-01", Chapters.Token, ProofClass.Drive, Pages.Tokens,
            "One access token is acquired, kept and shared by all calls until it is about to expire.", "C1", "C4"),
        Item.Required("OSG-TOKEN-02", Chapters.Token, ProofClass.Drive, Pages.Sandbox,
            "A token is renewed about every 50 minutes, by the lifetime that came with it, and never without need.", "C4"),
        Item.Required("OSG-TOKEN-03", Chapters.Token, ProofClass.Drive, Pages.Sandbox,
            "When the token endpoint answers 429, the integration waits as asked or tells the user, and stays within ten requests a minute.", "C2"),
        Item.Contract("OSG-TOKEN-04", Chapters.Token, ProofClass.Wire, Pages.Tokens,
            "The client's credentials travel in the Basic header of the token request, access tokens in the Bearer header, and neither anywhere else."),
        Item.Contract("OSG-TOKEN-05", Chapters.Token, ProofClass.Drive, Pages.Errors,
            "A call that is refused with 401 is repeated at most once, with a new token, and the refused token is not used again."),
        Item.Contract("OSG-TOKEN-06", Chapters.Token, ProofClass.Drive, Pages.Sandbox,
            "The credentials and addresses of sandbox and production are never mixed.") with { StatementMayStandIn = true },
    ];
}
