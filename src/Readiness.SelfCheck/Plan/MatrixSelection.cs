using Readiness.Configuration;

namespace Readiness.SelfCheck.Plan;

/// <summary>Which part of the matrix is run, and how.</summary>
public sealed record MatrixSelection
{
    /// <summary>Only these, by name; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Only the sample, each check's first flaw, and a dozen variants.</summary>
    public bool Quick { get; init; }

    /// <summary>How often the sample as it is and the variants are certified.</summary>
    /// <value>1 or more.</value>
    public int Rounds { get; init; } = 1;

    /// <summary>At the provider's own pace.</summary>
    public bool DocumentedPace { get; init; }

    /// <summary>How the sample is driven.</summary>
    public DriverKind Driver { get; init; } = DriverKind.Http;

    /// <summary>In one word, for reports: <c>full</c>, <c>quick</c> or <c>part</c>.</summary>
    public string Word => Only.Count > 0 ? "part" : Quick ? "quick" : "full";
}
