using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Production;

/// <summary>A scenario in which the integration works in the sandbox and in production, in turn.</summary>
internal sealed class TwoEnvironments
{
    private const string Prefix = Environments.Production + ".";

    private readonly ScenarioEvidence evidence;

    public TwoEnvironments(ScenarioEvidence evidence)
    {
        this.evidence = evidence;
        InProduction = new ScenarioEvidence(evidence.Journal.In(Environments.Production), evidence.Scenario);
    }

    /// <summary>The sandbox's side.</summary>
    public ScenarioEvidence InSandbox => evidence;

    /// <summary>The same scenario as production saw it.</summary>
    public ScenarioEvidence InProduction { get; }

    /// <summary>Every request that production's servers received, over the whole run.</summary>
    public IReadOnlyList<Exchange> ToProduction => InProduction.Journal.Exchanges;

    /// <summary>Every request that the sandbox's servers received, over the whole run.</summary>
    public IReadOnlyList<Exchange> ToSandbox => evidence.Journal.Exchanges;

    /// <summary>True for a value that production invented.</summary>
    public static bool IsProductions(Occurrence fact) => fact.Name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The fact as production itself would name it.</summary>
    public static Occurrence Own(Occurrence fact) => IsProductions(fact) ? fact with { Name = fact.Name[Prefix.Length..] } : fact;

    /// <summary>Judges whether both sides were alive before, during and after the turn. Silence of one of them would prove nothing.</summary>
    /// <param name="purpose">What the scenario's stimuli in both environments are for.</param>
    /// <param name="shows">Whether a request of the turn shows that its environment is worked in, by the facts of that environment.</param>
    /// <param name="what">Such a request in words, such as <c>call with a token of its own</c>.</param>
    public void JudgeSignsOfLife(Trial trial, string purpose, Func<IReadOnlyList<Occurrence>, bool> shows, string what)
    {
        string[] stimuli = [.. evidence.StimuliFor(purpose).Select(stimulus => stimulus.Id)];
        OperationCall[] here = [.. Turn(evidence, stimuli)];
        OperationCall[] there = [.. Turn(InProduction, stimuli)];
        if (here.Length == 0 || there.Length == 0 || here[^1].At < there[0].At)
        {
            trial.Lacks("the integration was not asked for work in production, and in the sandbox after it");
            return;
        }

        var calls = Shown(InSandbox.Journal, here, shows);
        if (!calls.Any(call => call.At >= there[0].At))
        {
            trial.Lacks($"no {what} came to the sandbox after the work in production, so that nothing shows what is used there");
        }

        if (Shown(InProduction.Journal, there, shows) is [])
        {
            trial.Lacks($"no {what} came to production: {Say.List(there.Select(call => $"{call.Operation} ended as {UserMessages.Word(call)} ({call.Number})"))}");
        }

        // Production's own watch ends with a canary of the scenario, the sandbox's with the one that follows it.
        var until = here.Concat(there).Max(call => call.EndedAt ?? call.At);
        trial.Watched(here[0].At, until);
        JudgeProductionsCanaries(trial, there);
    }

    private void JudgeProductionsCanaries(Trial trial, OperationCall[] there)
    {
        var (before, after) = (InProduction.AliveBefore(there[0].At), InProduction.AliveAfter(there[^1].EndedAt ?? there[^1].At));
        if (before is null || after is null)
        {
            trial.Lacks($"no sign of life of the integration in production {(before is null ? "before" : "after")} the turn, so that silence proves nothing");
            return;
        }

        trial.Rest(before.Value, after.Value);
    }

    private static IEnumerable<OperationCall> Turn(ScenarioEvidence side, string[] stimuli) =>
        side.Journal.Operations.Where(call => call.Asked.Role == OperationRole.Stimulus && stimuli.Contains(call.Stimulus));

    private static IReadOnlyList<Exchange> Shown(Journal journal, OperationCall[] turn, Func<IReadOnlyList<Occurrence>, bool> shows) =>
        [.. journal.ApiCalls.Where(call => turn.Any(operation => operation.IsOpenAt(call.At)) && shows([.. call.Request.Facts.Select(Own)]))];
}
