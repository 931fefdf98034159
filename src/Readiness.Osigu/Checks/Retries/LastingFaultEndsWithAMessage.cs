using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-01: attempts at a look-up that is always answered 503 pause, come to an end, and the user is told.</summary>
/// <remarks>Pauses need not grow: jitter makes them shrink half of the time. A look-up that a circuit breaker kept from the wire is left out.</remarks>
public sealed class LastingFaultEndsWithAMessage : ICheck
{
    public ItemId Item { get; } = new("OSG-RETRY-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = FaultyWork.Read(trial, evidence, "lasting-fault", "beneficiary.search", "search-beneficiary");
        foreach (var work in works.Where(work => work.Call is not null))
        {
            UserMessages.MustTell(trial, work.Call!, "that the provider is out of order");
        }

        PausesBetween.Judge(trial, works);
        AttemptEnd.Judge(trial, works);
        return trial.Conclude(() => $"{Say.Count(works.Count, "look-up")} met 503 without end: {AttemptEnd.Seen(trial.Journal, works)}; {PausesBetween.Words(works)}");
    }
}
