using Readiness.Recording;
using Readiness.Sandbox.Faults;

namespace Readiness.Toy.Steps;

/// <summary>Holds the answer to one order until a second order arrives beside it, or the time is over.</summary>
internal sealed class AnswerHold(JournalRecorder recorder, string stimulus)
{
    private readonly FaultAction.Hold.Gate gate = new();

    /// <summary>What the sandbox has to be told.</summary>
    public PlannedFault Fault => new() { Operation = ToyOperations.PlaceOrder, Stimulus = stimulus, Action = new FaultAction.Hold(gate) };

    /// <summary>Waits for the order, then for what ends the hold. Ends by itself where the order is never sent.</summary>
    /// <param name="operationLimit">How long the order may take to come.</param>
    public async Task Release(TimeSpan answerTakes, TimeSpan operationLimit, CancellationToken cancellation)
    {
        try
        {
            await recorder.WaitUntil(journal => HeldIn(journal) is not null || IsOver(journal), operationLimit, cancellation);
            await recorder.WaitUntil(journal => IsOver(journal) || HasCompany(journal), answerTakes, cancellation);
        }
        finally
        {
            gate.Open();
        }
    }

    private Exchange? HeldIn(Journal journal) => OrdersIn(journal).FirstOrDefault(order => order.Concerns(stimulus));

    private bool HasCompany(Journal journal) => OrdersIn(journal).Count(order => order.Response is null) > 1;

    private bool IsOver(Journal journal) => journal.Operations.Any(call => call.Stimulus == stimulus && call.Reply is not null);

    private static IEnumerable<Exchange> OrdersIn(Journal journal) => journal.Exchanges.Where(exchange => exchange.Request.Operation == ToyOperations.PlaceOrder);
}
