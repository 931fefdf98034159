using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SandboxReset;

/// <summary>OSG-STATE-01: a genuine event about a request that nobody knows is acknowledged or refused, and the receiver stays up.</summary>
public sealed class UnknownEventDoesNotBreakTheReceiver : ICheck
{
    public ItemId Item { get; } = new("OSG-STATE-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        IReadOnlyList<Delivery> unknown = [.. evidence.StimuliFor("unknown-request").SelectMany(evidence.DeliveriesOf).Where(delivery => delivery.Sent.Genuine)];
        if (unknown.Count == 0)
        {
            trial.Lacks("no event about an unknown request was delivered");
            return trial.Conclude(() => "");
        }

        if (Receiver.HasAnswered(trial, unknown))
        {
            JudgeAnswers(trial, unknown);
            trial.Watched(unknown[0].At, unknown.Max(delivery => delivery.Answer!.LastByteAt));
        }

        return trial.Conclude(() => $"{Receiver.Answers(unknown)}, and alive afterwards");
    }

    private static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> unknown)
    {
        Delivery[] unreached = [.. unknown.Where(delivery => delivery.Status == 0 && !IsBroken(delivery))];
        if (unreached.Length > 0)
        {
            trial.Lacks($"the event did not reach the receiver: {Receiver.Answers(unreached)}");
        }

        Delivery[] broken = [.. unknown.Where(IsBroken)];
        if (broken.Length > 0)
        {
            trial.Breach(
                "an event about an unknown request is answered 2xx or 4xx",
                Receiver.Answers(broken),
                "look the request up, and answer 2xx where it is not found: 5xx and silence make the provider repeat it for days",
                broken.Select(delivery => delivery.Number));
        }

        Delivery[] redirected = [.. unknown.Where(delivery => delivery.Status is >= 300 and < 400)];
        if (redirected.Length > 0)
        {
            trial.Advise($"{Receiver.Answers(redirected)}: the provider does not follow redirects");
        }
    }

    private static bool IsBroken(Delivery delivery) => delivery.Status >= 500
        || (delivery is { Status: 0, Answer.Problem: { } problem } && (problem.StartsWith("timed out", StringComparison.Ordinal) || problem.StartsWith("closed", StringComparison.Ordinal)));
}
