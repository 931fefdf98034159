using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>A genuine event about something that the integration does not know: it is acknowledged or refused, and the receiver stays up.</summary>
internal static class UnknownSubject
{
    /// <param name="subject">What the event is about, such as <c>an unknown request</c>.</param>
    public static void Judge(Trial trial, IReadOnlyList<Delivery> deliveries, string subject)
    {
        if (!Receiver.HasAnswered(trial, deliveries))
        {
            return;
        }

        Delivery[] unreached = [.. deliveries.Where(delivery => delivery.Status == 0 && !IsBroken(delivery))];
        if (unreached.Length > 0)
        {
            trial.Lacks($"the event did not reach the receiver: {Receiver.Answers(unreached)}");
        }

        Delivery[] broken = [.. deliveries.Where(IsBroken)];
        if (broken.Length > 0)
        {
            trial.Breach(
                $"an event about {subject} is answered 2xx or 4xx",
                Receiver.Answers(broken),
                "look it up, and answer 2xx where it is not found: 5xx and silence make the provider repeat it for days",
                broken.Select(delivery => delivery.Number));
        }

        Delivery[] redirected = [.. deliveries.Where(delivery => delivery.Status is >= 300 and < 400)];
        if (redirected.Length > 0)
        {
            trial.Advise($"{Receiver.Answers(redirected)}: the provider does not follow redirects");
        }

        trial.Watched(deliveries[0].At, deliveries.Max(delivery => delivery.Answer!.LastByteAt));
    }

    private static bool IsBroken(Delivery delivery) => delivery.Status >= 500
        || (delivery is { Status: 0, Answer.Problem: { } problem } && (problem.StartsWith("timed out", StringComparison.Ordinal) || problem.StartsWith("closed", StringComparison.Ordinal)));
}
