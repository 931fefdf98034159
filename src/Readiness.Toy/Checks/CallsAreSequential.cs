using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;
using Readiness.Sandbox.Faults;

namespace Readiness.Toy.Checks;

/// <summary>TOY-SEQ-01: no two calls are unanswered at once.</summary>
/// <remarks>
/// A call lasts from the arrival of its request to the last byte of its answer, or until its client went away. Token requests are no calls.
/// The scenario gives several orders at the same moment and holds each answer back, so that a second call has the time to come.
/// </remarks>
public sealed class CallsAreSequential : ICheck
{
    /// <summary>The purpose of the scenario's stimuli.</summary>
    public const string Purpose = "held-order";

    private const int Least = 5;

    // The end of a connection that the client closed is noticed later than the client's next request may arrive.
    private static readonly TimeSpan NoticedLate = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan OperationLimit = TimeSpan.FromSeconds(90);

    public ItemId Item => ToyChecklist.OneCallAtATime;

    public Judgement Judge(ScenarioEvidence evidence)
    {
        Exchange[] calls = [.. evidence.Journal.Exchanges.Where(exchange => exchange.Request.Operation is not (null or FaultPlan.TokenOperation)).OrderBy(exchange => exchange.At)];
        (Exchange First, Exchange Second)[] overlaps =
        [
            .. calls.SelectMany((first, index) => calls.Skip(index + 1).TakeWhile(second => IsOpen(first, second.At)).Select(second => (first, second))),
        ];
        return overlaps.Length > 0 ? Broken(overlaps) : Unbroken(evidence);
    }

    private static bool IsOpen(Exchange call, TimeSpan at) => call.Response switch
    {
        null => true,
        { Transmission: Transmission.AbandonedByClient } gone => at < gone.LastByteAt - NoticedLate,
        { } answer => at < answer.LastByteAt,
    };

    private static Judgement.Failed Broken((Exchange First, Exchange Second)[] overlaps)
    {
        int[] numbers = [.. overlaps.SelectMany(pair => new[] { pair.First.Number, pair.Second.Number }).Distinct().Order()];
        var pairs = overlaps.Select(pair => $"request {pair.Second.Number} arrived while {pair.First.Number} was unanswered");
        return new Judgement.Failed(
        [
            new Finding
            {
                Expected = "a call is sent only after the one before was answered",
                Saw = string.Join("; ", pairs),
                Next = "let all calls to the warehouse wait in one line, over all users and jobs",
                Exchanges = numbers,
            },
        ]) { Evidence = numbers };
    }

    private static Judgement Unbroken(ScenarioEvidence evidence)
    {
        var orders = evidence.StimuliFor(Purpose);
        OperationCall[] asked = [.. orders.SelectMany(evidence.OperationsOf).OrderBy(call => call.At)];
        if (asked.FirstOrDefault(call => call.Reply is null) is { } open && !evidence.Journal.IsClosed)
        {
            return new Judgement.Undecided(open.At + OperationLimit, "the answers to the orders");
        }

        if (asked.Any(call => call.Outcome == Outcome.Unsupported))
        {
            return new Judgement.Inconclusive($"the integration does not offer {ToyOperations.Order}: implement the operation");
        }

        Exchange[] held = [.. orders.SelectMany(order => evidence.ExchangesOf(order, ToyOperations.PlaceOrder)).Where(call => call is { Fault: not null, Response: not null })];
        if (held.Length < Least)
        {
            return new Judgement.Inconclusive($"{held.Length} orders reached the sandbox while answers were held back; at least {Least} are needed");
        }

        if (asked[1].At >= (asked[0].EndedAt ?? TimeSpan.MaxValue))
        {
            return new Judgement.Inconclusive("the orders were given one after the other, so nothing could overlap: raise driver.concurrency to 2 or more");
        }

        var shortest = held.Min(call => call.EndedAt!.Value - call.At);
        return new Judgement.Passed(string.Create(
            CultureInfo.InvariantCulture,
            $"{asked.Length} orders were given at the same moment; each of {held.Length} answers was held back for {shortest.TotalSeconds:0.0} s or more, and no other call came meanwhile"))
        {
            Evidence = [.. held.Select(call => call.Number)],
        };
    }
}
