namespace Readiness.Drivers;

/// <summary>Why a driver has no answer in the protocol.</summary>
/// <param name="Kind">For the doctor, which tells them apart.</param>
/// <param name="Detail">In words, for the reader.</param>
/// <param name="Next">What to do about it; null where that is the same for every driver that is a URL.</param>
public sealed record DriverProblem(DriverProblemKind Kind, string Detail, string? Next = null);

/// <summary>The ways in which a driver can fail.</summary>
public enum DriverProblemKind
{
    /// <summary>Nothing listens at the driver's address.</summary>
    NotReached,

    /// <summary>404 or 405: the address or the operation is not there.</summary>
    NotThere,

    /// <summary>401 or 403: the driver wants credentials.</summary>
    NotAllowed,

    /// <summary>3xx: the driver is elsewhere, or wants a login.</summary>
    Redirected,

    /// <summary>Another status than 200.</summary>
    Failed,

    /// <summary>The connection ended before the answer was whole.</summary>
    BrokeOff,

    /// <summary>An answer without a body.</summary>
    Empty,

    /// <summary>An answer that is no JSON.</summary>
    NotJson,

    /// <summary>JSON that is no object.</summary>
    NotAnObject,

    /// <summary>An object without an outcome.</summary>
    NoOutcome,

    /// <summary>An outcome that the protocol does not have.</summary>
    UnknownOutcome,

    /// <summary>An answer that is longer than anything that is read.</summary>
    TooLong,

    /// <summary>An answer that is not in the protocol for another reason.</summary>
    NotReadable,

    /// <summary>No answer within the limit.</summary>
    TimedOut,
}
