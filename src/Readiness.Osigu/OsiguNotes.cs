namespace Readiness.Osigu;

/// <summary>Notes that only this profile writes into the journal, and the keys of their data.</summary>
public static class OsiguNotes
{
    /// <summary><c>lifetime</c> (seconds): the next token is issued for that long only.</summary>
    public const string ShortLivedToken = "short-lived token";

    /// <summary>Beside the data of <c>token revoked</c>: how many operations are under way that all need a new token.</summary>
    public const string Parallel = "parallel";

    /// <summary><c>event_type</c>, <c>subscribed</c>: the integration's own subscription leaves the sponsor's decision out.</summary>
    public const string DecisionNotDeliverable = "decision not deliverable";

    /// <summary><c>stimulus</c>: the sponsor that was silent decides now.</summary>
    public const string DecisionReleased = "decision released";

    /// <summary><c>sponsor</c>, <c>product_type</c>, <c>field</c>: from now on the sponsor wants that field as well.</summary>
    public const string RulesChanged = "sponsor rules changed";

    /// <summary><c>stimulus</c>: the person has read out the password after it had run out, as often as the scenario has it.</summary>
    public const string PasswordOver = "password over";
}
