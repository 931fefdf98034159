using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-01: a look-up that met 503 with <c>Retry-After</c> is not sent again before that time, and ends as found or with a message.</summary>
public sealed class AskedWaitIsKeptOnAFault : ICheck
{
    public ItemId Item { get; } = new("OSG-RETRY-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = FaultyWork.Read(trial, evidence, "fault-with-time", "beneficiary.search", "search-beneficiary");
        var seen = AskedWaits.Judge(trial, works);
        foreach (var work in works.Where(work => work.Call is not null))
        {
            Survival.Judge(trial, work.Call!, work, "that the provider is out of order");
        }

        return trial.Conclude(() => string.Join("; ", seen));
    }
}
