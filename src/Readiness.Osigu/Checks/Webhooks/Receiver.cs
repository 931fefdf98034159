using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>What is known of the integration's webhook receiver from its answers.</summary>
internal static class Receiver
{
    /// <summary>The provider's time-out: a delivery that is not acknowledged by then is repeated.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // The harness gives up at the limit and needs a moment to write that down.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(15);

    /// <summary>True once every delivery was answered or given up; waits for those that were not.</summary>
    public static bool HasAnswered(Trial trial, IReadOnlyList<Delivery> deliveries)
    {
        trial.Rest(deliveries.Select(delivery => delivery.Number));
        Delivery[] open = [.. deliveries.Where(delivery => delivery.Answer is null)];
        foreach (var delivery in open)
        {
            trial.Awaits(delivery.At + Settled, $"the answer to delivery {delivery.Number}", $"the run ended before delivery {delivery.Number} was answered");
        }

        return open.Length == 0;
    }

    /// <summary>A receiver that never accepted a genuine event is set up wrongly, or the harness is: nothing can be said of it.</summary>
    public static bool IsSetUp(Trial trial)
    {
        if (trial.Journal.Deliveries.Any(delivery => delivery is { Sent.Genuine: true, Acknowledged: true }))
        {
            return true;
        }

        trial.Lacks("no genuine event was ever accepted: check webhook.url and the webhook secret that the integration uses");
        return false;
    }

    /// <summary>True where the receiver got the delivery and failed on it: 5xx, or no answer at all.</summary>
    public static bool Broke(Delivery delivery) => delivery.Status >= 500
        || (delivery is { Status: 0, Answer.Problem: { } problem } && (problem.StartsWith("timed out", StringComparison.Ordinal) || problem.StartsWith("closed", StringComparison.Ordinal)));

    /// <summary>The receiver's answer to one delivery, such as <c>200 to wrong-secret (12)</c>.</summary>
    public static string Answer(Delivery delivery) => $"{(delivery.Status > 0 ? delivery.Status : delivery.Answer?.Problem ?? "no answer")} to {delivery.Sent.Manner} ({delivery.Number})";

    /// <summary>Several answers, in the order of sending.</summary>
    public static string Answers(IEnumerable<Delivery> deliveries) => Say.List(deliveries.Select(Answer));
}
