using Readiness.Recording;

namespace Readiness.Drivers;

/// <summary>What an integration reported of an operation.</summary>
public sealed record DriverAnswer
{
    public required Outcome Outcome { get; init; }

    public string? Message { get; init; }

    public int? ErrorStatus { get; init; }

    public string? ErrorCode { get; init; }

    /// <summary>The result as JSON text; null where none was given.</summary>
    public string? Result { get; init; }

    /// <summary>What was wrong with the answer itself; null for an answer in the protocol.</summary>
    public DriverProblem? Problem { get; init; }

    /// <summary>What came with the answer and is no part of it; null for nothing. Searched for secrets, and not kept.</summary>
    public string? Beside { get; init; }

    /// <summary>No answer came in time.</summary>
    /// <param name="more">What else is known of it, in words.</param>
    internal static DriverAnswer TimedOut(TimeSpan limit, string more = "") => new()
    {
        Outcome = Outcome.Unanswered,
        Problem = new DriverProblem(DriverProblemKind.TimedOut, $"no answer within {limit.TotalSeconds:0} s{more}"),
    };
}
