namespace Readiness.Checklist;

/// <summary>What a checklist item weighs in the decision.</summary>
public enum Level
{
    /// <summary>A line of the provider's own checklist. One that fails makes the run not ready.</summary>
    Required,

    /// <summary>Follows from the provider's documented contract. Shown; blocks only in a strict run.</summary>
    Contract,

    /// <summary>Known, and not judged by this version. Listed in every report, outside the decision.</summary>
    Planned,
}
