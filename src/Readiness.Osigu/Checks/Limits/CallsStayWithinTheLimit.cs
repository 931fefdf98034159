using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Limits;

/// <summary>OSG-RATE-01: what the integration asks by itself, and what one operation costs, stays within the limit of a minute.</summary>
/// <remarks>
/// Source: Testing with sandbox, 50 requests a minute for each client. A run asks for more work than a day at the counter, so the sum of all calls proves nothing.
/// Two things do: more calls than the limit about requests of which nothing new can be known, and more calls than the limit for one operation.
/// Bursts below the limit, a rare read for safety, and an integration that holds itself back are right.
/// </remarks>
public sealed class CallsStayWithinTheLimit : ICheck
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Long enough to see a loop of a few seconds; one that is seen is watched for a minute.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    public ItemId Item { get; } = new("OSG-RATE-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var stimuli = evidence.StimuliFor("waits-long");
        if (stimuli.Count == 0)
        {
            trial.Lacks("no request was left waiting for its sponsor");
            return trial.Conclude(() => "");
        }

        var limit = int.Parse(stimuli[0]["limit"]!, CultureInfo.InvariantCulture);
        IReadOnlyList<(Stimulus Stimulus, TimeSpan Since)> waiting = [.. stimuli.Select(stimulus => (stimulus, Since: Since(trial, evidence, stimulus))).Where(one => one.Since is not null).Select(one => (one.stimulus, one.Since!.Value))];
        JudgeOperations(trial, limit);
        if (waiting.Count == 0)
        {
            return trial.Conclude(() => "");
        }

        var own = OwnCalls.In(trial.Journal, waiting);
        JudgeOwnCalls(trial, own, waiting, limit);
        return trial.Conclude(() => $"{Say.Count(own.Count, "call")} by itself in {Say.Seconds(trial.Journal.End - waiting[0].Since)} while {Say.Count(waiting.Count, "request")} waited for {(waiting.Count == 1 ? "its" : "their")} sponsor; the busiest minute of the run had {Say.Count(OwnCalls.BusiestMinute([.. trial.Journal.Exchanges.Where(OwnCalls.IsGeneral)]).Count, "call")}, most of them asked for");
    }

    private static void JudgeOwnCalls(Trial trial, IReadOnlyList<Exchange> own, IReadOnlyList<(Stimulus Stimulus, TimeSpan Since)> waiting, int limit)
    {
        var most = OwnCalls.BusiestMinute(own);
        var from = waiting.Min(one => one.Since);
        var begun = waiting.Max(one => one.Since);
        if (most.Count > limit)
        {
            trial.Breach(
                $"at most {limit} calls a minute, of which what nobody asked for can be a small part only",
                $"{most.Count} calls within {Say.Seconds(most[^1].At - most[0].At)} that nobody asked for ({Say.List(most.Select(call => call.Number))}), while {Say.Count(waiting.Count, "request")} waited for {(waiting.Count == 1 ? "its" : "their")} sponsor: {OwnCalls.Kinds(most)}",
                "wait for the event; where a request is read for safety, read it rarely and with growing pauses, whatever the number of open requests",
                most.Select(call => call.Number));
        }
        else if (trial.Journal.End - begun < Minute && own.Count(call => call.At >= begun) * Minute / Longer(trial.Journal.End - begun, Shortest) > limit)
        {
            trial.Awaits(begun + Minute, "a minute of the calls that nobody asked for", $"{own.Count} calls that nobody asked for in {Say.Seconds(trial.Journal.End - from)} would be too many a minute, and the run ended before a minute was over");
        }
        else if (most.Count > limit / 5)
        {
            trial.Advise($"{most.Count} calls within a minute that nobody asked for ({Say.List(most.Select(call => call.Number))}): they take a good part of the {limit} that there are");
        }

        trial.Rest(own.Select(call => call.Number));
        trial.Watched(from, begun + Shortest);
    }

    private static void JudgeOperations(Trial trial, int limit)
    {
        foreach (var operation in trial.Journal.Operations.Where(operation => operation is { Asked.Role: OperationRole.Stimulus, Stimulus: not null }))
        {
            var end = operation.EndedAt ?? trial.Journal.End;
            IReadOnlyList<Exchange> calls = [.. trial.Journal.Exchanges.Where(call => OwnCalls.IsGeneral(call) && call.At >= operation.At && call.At <= end && call.Concerns(operation.Stimulus!))];
            var most = OwnCalls.BusiestMinute(calls);
            if (most.Count > limit)
            {
                trial.Breach(
                    $"one operation costs less than the {limit} calls that there are in a minute",
                    $"{operation.Operation} ({operation.Number}) cost {most.Count} calls within {Say.Seconds(most[^1].At - most[0].At)}: {OwnCalls.Kinds(most)}",
                    "ask once for what several steps need, use pages, and do not wait inside an operation by asking again and again",
                    [operation.Number, .. most.Select(call => call.Number)]);
            }
        }
    }

    /// <summary>The moment from which the provider has said that this request waits; null where it never did, which is noted.</summary>
    private static TimeSpan? Since(Trial trial, ScenarioEvidence evidence, Stimulus stimulus)
    {
        if (evidence.ExchangesOf(stimulus, "complete-authorization").LastOrDefault(call => call.Succeeded) is { EndedAt: { } answered } completed)
        {
            trial.Rest(completed.Number);
            return answered;
        }

        if (trial.Answered(stimulus, "authorization.request") is { } call)
        {
            trial.Lacks($"authorization.request ({call.Number}) left no request that waits for its sponsor");
        }

        return null;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
