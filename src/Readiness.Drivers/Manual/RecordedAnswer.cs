namespace Readiness.Drivers.Manual;

/// <summary>One line of recorded answers.</summary>
public sealed record RecordedAnswer
{
    /// <summary>The scenario, or what lies between two of them.</summary>
    public required string Scenario { get; init; }

    public required string Operation { get; init; }

    /// <summary>From 1: which time it was that this operation was asked for in that scenario.</summary>
    public required int Time { get; init; }

    /// <summary>How many requests the provider had until the person answered.</summary>
    public required int Calls { get; init; }

    public required ScreenAnswer Answer { get; init; }
}
