using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Retries;

namespace Readiness.Osigu.Checks.Limits;

/// <summary>OSG-RATE-01: a look-up that met 429 with <c>Retry-After</c> is not sent again before that time, and ends as found or with a message.</summary>
/// <remarks>Giving up at once is right, as long as the user is told.</remarks>
public sealed class AskedWaitIsKept : ICheck
{
    public ItemId Item { get; } = new("OSG-RATE-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = FaultyWork.Read(trial, evidence, "limit-with-time", "beneficiary.search", "search-beneficiary");
        var seen = AskedWaits.Judge(trial, works);
        foreach (var work in works.Where(work => work.Call is not null))
        {
            Survival.Judge(trial, work.Call!, work, "that the provider is busy");
        }

        return trial.Conclude(() => string.Join("; ", seen));
    }
}
