using Readiness.Checklist;

namespace Readiness.Checks;

/// <summary>Judges one item, in one scenario, from the journal alone: no network, no clock, no disk.</summary>
public interface ICheck
{
    /// <summary>The item it judges.</summary>
    ItemId Item { get; }

    /// <summary>The check's name in the journal: what must be true.</summary>
    string Name => GetType().Name;

    Judgement Judge(ScenarioEvidence evidence);
}
