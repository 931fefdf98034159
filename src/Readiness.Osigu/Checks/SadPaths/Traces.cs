using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SadPaths;

/// <summary>The calls that belong to an operation that must end without a success.</summary>
internal static class Traces
{
    /// <summary>Calls of one kind that name a value of the stimulus at any time, or that came while its operation ran.</summary>
    /// <remarks>Who goes on with an invented or a previous patient's identifier names nothing of this stimulus; operations run one at a time.</remarks>
    public static IReadOnlyList<Exchange> Of(ScenarioEvidence evidence, Stimulus stimulus, string operation)
    {
        OperationCall[] calls = [.. evidence.OperationsOf(stimulus).Where(call => call.Asked.Role == OperationRole.Stimulus)];
        return
        [
            .. evidence.Journal.Exchanges.Where(exchange => exchange.Request.Operation == operation
                && (exchange.Concerns(stimulus.Id) || calls.Any(call => call.IsOpenAt(exchange.At)))),
        ];
    }

    /// <summary>The same calls without those that name another stimulus and not this one: an integration may have work of its own in the background.</summary>
    public static IReadOnlyList<Exchange> Own(ScenarioEvidence evidence, Stimulus stimulus, string operation) =>
        [.. Of(evidence, stimulus, operation).Where(call => call.Concerns(stimulus.Id) || call.Request.Facts.All(fact => fact.Stimulus is null))];

    /// <summary>The same calls without those that were refused for their token, which may be sent again under a new one.</summary>
    public static IReadOnlyList<Exchange> Taken(IEnumerable<Exchange> calls) => [.. calls.Where(call => call.Status != 401)];

    /// <summary>Calls that must not be there.</summary>
    public static void MustNotBe(Trial trial, IReadOnlyList<Exchange> calls, string expected, string next)
    {
        if (calls.Count > 0)
        {
            int[] numbers = [.. calls.Select(call => call.Number)];
            trial.Breach(expected, $"{calls[0].Request.Operation} {Say.List(numbers)}", next, numbers);
        }
    }

    /// <summary>Calls of one kind of which one is enough.</summary>
    public static void AtMostOne(Trial trial, IReadOnlyList<Exchange> calls, string expected, string next)
    {
        if (calls.Count > 1)
        {
            int[] numbers = [.. calls.Select(call => call.Number)];
            trial.Breach(expected, $"{Say.Count(calls.Count, $"{calls[0].Request.Operation} call")} ({Say.List(numbers)})", next, numbers);
        }
    }

    /// <summary>No call with the same body as one that was answered before.</summary>
    public static void NoneTwice(Trial trial, IReadOnlyList<Exchange> calls, string expected, string next)
    {
        foreach (var same in Taken(calls).GroupBy(call => (call.Request.Target, call.Request.Body.Digest)))
        {
            AtMostOne(trial, [.. same], expected, next);
        }
    }

    /// <summary>Watches for what must not come any more after the stimulus's last operation.</summary>
    public static void Watch(Trial trial, params OperationCall[] calls) =>
        trial.Watched(calls[0].At, calls.Max(call => call.EndedAt!.Value) + QuietWatch.Of(trial.Journal));
}
