using Readiness.Recording;
using Readiness.Verdicts;

namespace Readiness.Reports;

/// <summary>What of the journal concerns one scenario: the traffic of its stimuli, and what its verdict rests on.</summary>
internal sealed class ScenarioScope
{
    // A flood of thousands of requests must not make a report that no browser opens; the journal has them all.
    private const int Most = 60;

    private ScenarioScope(IReadOnlyList<Happening> happenings, int leftOut) => (Happenings, LeftOut) = (happenings, leftOut);

    /// <summary>In order of the journal. Where there are more than 60, evidence goes first and then what came first.</summary>
    public IReadOnlyList<Happening> Happenings { get; }

    /// <summary>How many more there are in the journal.</summary>
    public int LeftOut { get; }

    public static ScenarioScope Of(ScenarioResult scenario, IReadOnlyList<Happening> run)
    {
        var stimuli = scenario.Stimuli.ToHashSet(StringComparer.Ordinal);
        var evidence = scenario.Checks.SelectMany(check => check.Evidence.Concat(check.Findings.SelectMany(finding => finding.Exchanges))).ToHashSet();
        Happening[] all = [.. run.Where(happening => Rests(happening, evidence) || Concerns(happening, stimuli))];
        Happening[] kept = [.. all.OrderByDescending(happening => Rests(happening, evidence)).ThenBy(happening => happening.Number).Take(Most).OrderBy(happening => happening.Number)];
        return new ScenarioScope(kept, all.Length - kept.Length);
    }

    private static bool Concerns(Happening happening, HashSet<string> stimuli) => happening switch
    {
        Happening.Called { Exchange: var exchange } => exchange.Request.Facts.Any(fact => fact.Stimulus is { } stimulus && stimuli.Contains(stimulus)),
        Happening.Delivered { Delivery.Sent.Stimulus: { } stimulus } => stimuli.Contains(stimulus),
        Happening.Operated { Call.Stimulus: { } stimulus } => stimuli.Contains(stimulus),
        _ => false,
    };

    /// <summary>True where the evidence names it, or its answer.</summary>
    private static bool Rests(Happening happening, HashSet<int> evidence) => evidence.Contains(happening.Number) || happening switch
    {
        Happening.Called { Exchange.Response: { } answer } => evidence.Contains(answer.Number),
        Happening.Delivered { Delivery.Answer: { } answer } => evidence.Contains(answer.Number),
        Happening.Operated { Call.Reply: { } answer } => evidence.Contains(answer.Number),
        _ => false,
    };
}
