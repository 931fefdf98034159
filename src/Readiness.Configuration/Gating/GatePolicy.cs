using Readiness.Checklist;

namespace Readiness.Configuration.Gating;

/// <summary>What has to hold before a release. Where no file says otherwise: a run at documented pace under the checklist of this harness, whose own policy says what may be waived.</summary>
public sealed record GatePolicy
{
    /// <summary>The file as it was named; null where there is none.</summary>
    public string? File { get; init; }

    /// <summary>Of the file's bytes, in lower-case hex; null without a file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Whether a rehearsal is enough.</summary>
    public bool TakesRehearsals { get; init; }

    /// <summary>Whether contract items decide as well, also in a run that was not strict.</summary>
    public bool Strict { get; init; }

    /// <summary>How many days after its end a run still counts; null for as long as its certificate is valid.</summary>
    public int? MaximumAgeDays { get; init; }

    /// <summary>Whether what is about to be released has to be compared with what was tested.</summary>
    public bool NeedsArtefact { get; init; }

    /// <summary>Whether only a sealed package counts.</summary>
    public bool NeedsSeal { get; init; }

    /// <summary>Full path of the public key that has to have sealed; null where any may.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a run under another checklist than that of this harness counts.</summary>
    public bool TakesOtherChecklists { get; init; }

    /// <summary>The items that may be waived; null where the run's own policy says so.</summary>
    public IReadOnlyDictionary<ItemId, WaiverAllowance>? Waivable { get; init; }

    /// <summary>How many days after its date a statement still counts; null without a limit.</summary>
    public int? StatementDays { get; init; }

    /// <summary>Whether the statements of the bundled sample count, for which nobody vouches.</summary>
    public bool TakesDemonstrations { get; init; }

    public IReadOnlyList<ExpectedFailure> ExpectedFailures { get; init; } = [];
}
