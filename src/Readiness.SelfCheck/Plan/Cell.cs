using Readiness.Running.Profiles;

namespace Readiness.SelfCheck.Plan;

/// <summary>One certification of the sample: as it is, or with one switch.</summary>
/// <param name="Switch">Null for the sample as it is.</param>
/// <param name="Round">From 1; above 1 where the same is certified repeatedly.</param>
public sealed record Cell(SampleSwitch? Switch, int Round = 1)
{
    /// <summary>What the sample as it is is called among the names of switches.</summary>
    public const string Sample = "sample";

    public string Name => Switch?.Name ?? Sample;

    /// <summary><c>sample</c>, <c>flaw</c> or <c>variant</c>.</summary>
    public string Kind => Switch switch
    {
        null => Sample,
        { IsFlaw: true } => "flaw",
        _ => "variant",
    };

    public bool IsFlaw => Switch is { IsFlaw: true };

    /// <summary>The items that have to fail, and no other.</summary>
    public IEnumerable<string> Breaks => Switch?.Breaks ?? [];

    /// <summary>The items that have to end undecided, because the flaw keeps them from being exercised.</summary>
    public IEnumerable<string> LeavesOpen => Switch?.LeavesOpen.Select(open => open.Item) ?? [];

    /// <summary>The name, with the round where there is more than one.</summary>
    public string Title => Round == 1 ? Name : $"{Name}, round {Round}";
}
