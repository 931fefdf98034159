using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Limits;

/// <summary>OSG-LOAD-01: under a fair load never more calls are open at once than about ten workers have, and they share the token. That load tests are agreed, a person states.</summary>
/// <remarks>
/// Source: Testing with sandbox, "rate limits": 5 to 10 workers, cached tokens. One worker may have two calls open, and the harness itself may have eight
/// operations and a burst of events under way: only what is more than twice of both, and of ten, is proof of a load without a limit. A sandbox that is late
/// with its answers lets calls pile up that are no load elsewhere.
/// </remarks>
public sealed class LoadStaysWithinTenWorkers : ICheck
{
    /// <summary>The most workers that the provider recommends.</summary>
    public const int Workers = 10;

    private const int CallsOfAWorker = 2;

    /// <summary>A machine that is later than this keeps calls open by itself.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(100);

    /// <summary>How long what made the machine late may have begun before a peak.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5);

    public ItemId Item { get; } = new("OSG-LOAD-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var calls = OpenCalls.In(evidence.Journal);
        JudgePeak(trial, calls);

        var stimuli = evidence.StimuliFor("load");
        OperationCall[] operations = [.. stimuli.SelectMany(evidence.OperationsOf).Where(call => call.Asked.Role == OperationRole.Stimulus)];
        var together = operations.Select(operation => operations.Count(other => other.At <= operation.At && (other.EndedAt is not { } ended || ended > operation.At))).DefaultIfEmpty().Max();
        var tokens = operations.Count(trial.Answered) == operations.Length && operations.Length > 0 ? JudgeTokens(trial, operations, together) : 0;
        if (together < 2)
        {
            trial.Lacks($"{Say.Count(operations.Length, "operation")}, and no two of them side by side: nothing shows what happens under load");
        }

        var reached = stimuli.Count(stimulus => evidence.ExchangesOf(stimulus).Count > 0);
        if (reached * 2 < stimuli.Count)
        {
            trial.Lacks($"{reached} of {Say.Count(stimuli.Count, "look-up")} reached the sandbox");
        }

        return trial.Conclude(() =>
            $"at most {calls.Max(call => call.Open)} of {Say.Count(calls.Count, "call")} open at once; {Say.Count(tokens, "token")} for {together} operations side by side");
    }

    private static void JudgePeak(Trial trial, IReadOnlyList<OpenCalls> calls)
    {
        if (calls.Where(call => call.Open > CallsOfAWorker * Math.Max(Workers, call.Asked)).MaxBy(call => call.Open) is { } peak)
        {
            var noise = TimingNoise.Between(trial.Journal, peak.Call.At - Before, peak.Call.At);
            var seen = $"{peak.Open} at the moment of call {peak.Call.Number}, with {Say.Count(peak.Asked, "piece")} of work under way";
            trial.Rest(noise.Numbers);
            if (noise.Worst > Late)
            {
                trial.Lacks($"{seen}; the sandbox itself was late with its answers, so they may have piled up: {noise.Words}");
                return;
            }

            trial.Breach(
                $"about {Workers} calls open at once",
                seen,
                $"let a fixed number of workers, {Workers} at most, take work from a queue, instead of beginning all of it at once",
                peak.Call.Number);
        }
        else if (calls.Where(call => call.Open > Math.Max(Workers, call.Asked)).MaxBy(call => call.Open) is { } high)
        {
            trial.Advise($"{high.Open} calls were open at once (call {high.Call.Number}), with {Say.Count(high.Asked, "piece")} of work under way; the provider asks for 5 to {Workers} workers");
        }
    }

    private static int JudgeTokens(Trial trial, OperationCall[] operations, int together)
    {
        var (from, to) = (operations.Min(call => call.At), operations.Max(call => call.EndedAt!.Value));
        Exchange[] calls = [.. trial.Journal.ApiCalls.Where(call => call.TokenState == "valid" && call.At >= from && call.At <= to)];
        string[] names = [.. calls.Select(call => call.TokenName!).Distinct()];
        var issued = trial.Journal.TokensIssued.Count(request => request.At >= from && request.At <= to);

        // A renewal on the way is no fault, so each process may change its token once.
        var allowed = trial.Processes + Math.Min(issued, trial.Processes);

        // A token of each worker's own shows in half as many at least; a token that is renewed too often is another item's business.
        if (names.Length > allowed && names.Length * 2 >= together)
        {
            trial.Breach(
                $"at most {Say.Count(allowed, "token")} under load, with {Say.Count(trial.Processes, "process", "processes")} declared",
                $"{names.Length} tokens ({Say.List(names)}) over {Say.Count(calls.Length, "call")} of {Say.Count(operations.Length, "operation")}",
                "share one token between all workers or virtual users, or declare in integration.processes how many processes hold one of their own",
                calls.DistinctBy(call => call.TokenName).Select(call => call.Number));
        }

        return names.Length;
    }
}
