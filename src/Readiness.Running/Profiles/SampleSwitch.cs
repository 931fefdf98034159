namespace Readiness.Running.Profiles;

/// <summary>One switch of a sample integration, and what a certification has to say of the sample with it.</summary>
public sealed record SampleSwitch
{
    public required string Name { get; init; }

    /// <summary>True for something wrong; false for a variant: something unusual and right.</summary>
    public required bool IsFlaw { get; init; }

    /// <summary>The item that a flaw breaks, or that a variant has to pass all the same.</summary>
    public required string Item { get; init; }

    /// <summary>The check that a flaw is there to fail; null for a variant, and where the list does not say.</summary>
    public string? Check { get; init; }

    /// <summary>Further items: those that a flaw breaks as well, each with its cause, or those that a variant exercises as well.</summary>
    public IReadOnlyList<(string Item, string Cause)> Also { get; init; } = [];

    /// <summary>Items that a flaw keeps from being exercised, each with its cause: they have to end undecided.</summary>
    public IReadOnlyList<(string Item, string Cause)> LeavesOpen { get; init; } = [];

    /// <summary>Where such software is found in practice.</summary>
    public string Where { get; init; } = "";

    /// <summary>True where it shows at the provider's own pace only.</summary>
    public bool NeedsDocumentedPace { get; init; }

    /// <summary>True where one process is asked at two addresses, so that it cannot be driven through its one standard input.</summary>
    public bool NeedsAddresses { get; init; }

    /// <summary>Every item that has to fail with it, and no other.</summary>
    public IEnumerable<string> Breaks => IsFlaw ? Also.Select(also => also.Item).Prepend(Item) : [];
}
