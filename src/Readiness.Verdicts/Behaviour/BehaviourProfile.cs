namespace Readiness.Verdicts.Behaviour;

/// <summary>How an integration behaved in one run, in numbers that can be compared with another run's. It describes and does not judge.</summary>
public sealed record BehaviourProfile
{
    /// <summary>Calls to the provider, those for tokens not among them.</summary>
    public required int Calls { get; init; }

    public required int TokenRequests { get; init; }

    /// <summary>Token requests for every hundred calls, with one decimal; null without a call.</summary>
    public decimal? TokensPer100Calls { get; init; }

    /// <summary>What was done about each kind of fault, in the order of their names.</summary>
    public required IReadOnlyList<FaultBehaviour> Faults { get; init; }

    /// <summary>The busiest minute, against each limit of the provider.</summary>
    public required IReadOnlyList<LimitBehaviour> Limits { get; init; }

    /// <summary>How many calls were open at once, for each of the provider's APIs, by name.</summary>
    public required IReadOnlyList<ApiBehaviour> Apis { get; init; }

    /// <summary>How genuine events were acknowledged; null where none was sent.</summary>
    public AcknowledgementBehaviour? Acknowledgements { get; init; }

    /// <summary>What came of events that were delivered more than once; null where none was.</summary>
    public DuplicateBehaviour? Duplicates { get; init; }
}

/// <summary>What the integration did about one kind of fault.</summary>
/// <param name="Kind">The status of the answer, such as <c>503</c>; <c>reset</c>, <c>truncated</c> or <c>no answer</c> where none came whole.</param>
/// <param name="Pieces">Pieces of work that met it first.</param>
/// <param name="Recovered">How many of them succeeded in the end.</param>
/// <param name="FewestAttempts">Attempts at one piece of work, the first one among them.</param>
/// <param name="GapSeconds">The median pause before the second attempt, the third and so on, in seconds with three decimals; empty where nothing was tried again.</param>
public sealed record FaultBehaviour(string Kind, int Pieces, int Recovered, int FewestAttempts, int MostAttempts, IReadOnlyList<decimal> GapSeconds);

/// <param name="Name">What is limited, in the provider's words.</param>
/// <param name="Peak">The most calls within any sixty seconds. The harness asks for more work than a day at the counter, so a peak above the limit convicts nobody.</param>
/// <param name="Asked">Operations that the harness asked for within those sixty seconds.</param>
/// <param name="Limit">Calls a minute.</param>
public sealed record LimitBehaviour(string Name, int Peak, int Asked, int Limit);

/// <param name="MostOpen">Calls that had no whole answer yet, at the moment at which there were most.</param>
public sealed record ApiBehaviour(string Name, int Calls, int MostOpen);

/// <param name="Events">Genuine deliveries that were acknowledged with 2xx.</param>
/// <param name="Missed">Genuine deliveries that were not.</param>
/// <param name="P50Milliseconds">By nearest rank, as <paramref name="P95Milliseconds"/>.</param>
/// <param name="LimitMilliseconds">What the provider allows.</param>
public sealed record AcknowledgementBehaviour(int Events, int Missed, int P50Milliseconds, int P95Milliseconds, int MostMilliseconds, int LimitMilliseconds);

/// <param name="Events">Events that were delivered more than once.</param>
/// <param name="Copies">Deliveries of them beyond the first.</param>
/// <param name="Asked">For how many of those events the integration told its effects.</param>
/// <param name="MostEffects">The most effects that it told of any one of them; null where it was not asked.</param>
public sealed record DuplicateBehaviour(int Events, int Copies, int Asked, int? MostEffects);
