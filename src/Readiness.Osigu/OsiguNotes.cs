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

    /// <summary><c>symptom</c>, <c>stimulus</c>, <c>alone</c> (true or false): from here on something goes wrong that has to raise an alert.</summary>
    public const string SymptomBegan = "symptom began";

    /// <summary><c>symptom</c>, <c>stimulus</c>: it is over.</summary>
    public const string SymptomEnded = "symptom ended";

    /// <summary><c>stimulus</c>, <c>watch</c> (seconds), <c>waiting</c> (requests that wait for their sponsor): from here on all is well, save for one refused token.</summary>
    public const string HealthyWorkBegan = "healthy work began";

    /// <summary><c>stimulus</c>: the watch for alerts that healthy work must not raise is over.</summary>
    public const string HealthyWorkEnded = "healthy work ended";

    /// <summary><c>stimulus</c>: the person has read out the password after it had run out, as often as the scenario has it.</summary>
    public const string PasswordOver = "password over";
}
