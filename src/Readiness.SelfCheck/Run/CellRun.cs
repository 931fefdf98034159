using Readiness.Verdicts;

namespace Readiness.SelfCheck.Run;

/// <summary>One certification of a cell, from its start to its end.</summary>
public sealed record CellRun
{
    public required int ExitCode { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>What the run said; null where it said nothing: it did not begin, or did not end.</summary>
    public CellOutcome? Outcome { get; init; }

    /// <summary>What the journal says, judged again by a process that saw nothing of the run.</summary>
    public CellOutcome? FromJournal { get; init; }

    /// <summary>Why there is no sound outcome, in words; null where there is one.</summary>
    public string? Problem { get; init; }

    /// <summary>The folder with everything that the run left; null where it left none, or was not kept.</summary>
    public string? Folder { get; init; }

    /// <summary>True where every scenario ran and the run ended by itself.</summary>
    public bool IsSound => Problem is null && Outcome is not null && ExitCode is Verdicts.ExitCode.Ready or Verdicts.ExitCode.NotReady or Verdicts.ExitCode.Incomplete;
}
