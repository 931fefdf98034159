using Readiness.Checklist;
using Readiness.Configuration.Gating;
using Readiness.Verdicts;

namespace Readiness.Gating;

/// <summary>What a gate is asked.</summary>
public sealed record GateRequest
{
    public required GatedRun Run { get; init; }

    public required GatePolicy Policy { get; init; }

    /// <summary>What is about to be released, by its digest; null where nobody said.</summary>
    public Artefact? Artefact { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The checklist of that profile in this harness; null where it has none.</summary>
    public required Func<string, ProviderChecklist?> Checklists { get; init; }

    /// <summary>Today, in UTC.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
}
