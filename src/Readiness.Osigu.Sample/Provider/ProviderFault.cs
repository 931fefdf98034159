namespace Readiness.Osigu.Sample.Provider;

/// <summary>Why a call to the provider did not bring what was asked for, as far as the caller must tell them apart.</summary>
internal enum FaultKind
{
    /// <summary><c>404</c>: the provider does not know it.</summary>
    NotFound,

    /// <summary><c>409</c>: it was used, completed or exists already.</summary>
    Conflict,

    /// <summary><c>400</c>, <c>403</c>, <c>422</c> and their like: the request has to change before it is sent again.</summary>
    Refused,

    /// <summary><c>401</c>, also with a fresh token, or from the token endpoint.</summary>
    CredentialsRefused,

    /// <summary><c>429</c>: limits were reached, and waiting longer is not worth it for this piece of work.</summary>
    Busy,

    /// <summary>Not reached, or an error of its own. Nothing was changed there.</summary>
    Outage,

    /// <summary>A write was sent, and whether it took effect cannot be told.</summary>
    OutcomeUnknown,
}

/// <summary>A call to the provider that failed after everything sensible was tried.</summary>
/// <param name="kind">What it means for the caller.</param>
/// <param name="status">The HTTP status as received; <c>null</c> when no answer came.</param>
/// <param name="code">The provider's own error code, an opaque string.</param>
/// <param name="detail">What happened, for a log or a clerk. Never holds a secret or a patient's name.</param>
/// <param name="cause">What was caught, if anything was.</param>
internal sealed class ProviderFault(FaultKind kind, int? status, string? code, string detail, Exception? cause = null)
    : Exception(detail, cause)
{
    public FaultKind Kind { get; } = kind;

    public int? Status { get; } = status;

    public string? Code { get; } = code;
}
