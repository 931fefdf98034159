namespace Readiness.Recording;

/// <summary>Whether an operation's business aim was reached. Driver protocol, version 1.</summary>
public enum Outcome
{
    Succeeded,

    /// <summary>Not found, not covered, rejected, already used, gave up.</summary>
    Failed,

    /// <summary>Waits for the sponsor, for a document, for a password.</summary>
    Pending,

    /// <summary>A write whose fate the integration cannot tell.</summary>
    Unknown,

    /// <summary>The integration does not offer this operation.</summary>
    Unsupported,

    /// <summary>No answer within the operation's limit. Evidence, not a fault.</summary>
    Unanswered,

    /// <summary>An answer that is not in the protocol: a fault of the environment.</summary>
    Unreadable,
}
