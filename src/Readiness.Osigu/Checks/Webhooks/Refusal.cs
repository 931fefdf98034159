using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>Judges events that must be refused. Two sides: without effect, which is security, and with exactly 401, which is the provider's word.</summary>
internal static class Refusal
{
    /// <summary>The declared setting by which 400, 403 and their like are advice.</summary>
    private const string OtherRejections = "webhook.acceptOtherRejections";

    /// <summary>The manner of headers that some web servers refuse by themselves.</summary>
    private const string NonAscii = "non-ascii";

    /// <summary>Judges the receiver's answers.</summary>
    /// <param name="what">What was sent, such as <c>a forged event</c>.</param>
    public static void JudgeAnswers(Trial trial, IReadOnlyList<Delivery> sent, string what)
    {
        Delivery[] accepted = [.. sent.Where(delivery => delivery.Acknowledged)];
        Delivery[] otherwise = [.. sent.Where(delivery => delivery.Status is >= 400 and < 500 and not 401 && delivery.Sent.Manner != NonAscii)];
        Delivery[] broken = [.. sent.Where(delivery => delivery is { Answer: not null, Acknowledged: false, Status: < 400 or >= 500 })];
        if (accepted.Length > 0)
        {
            Breach(trial, $"{what} is refused", accepted, "verify X-Osigu-Signature over the raw body and the time in it before anything else; answer 401 and stop");
        }

        if (broken.Length > 0)
        {
            Breach(trial, $"{what} is answered 401", broken, "treat a malformed or missing header like a wrong one and answer 401; the provider repeats for days what is answered 5xx or not at all");
        }

        if (sent.Where(delivery => delivery.Sent.Manner == NonAscii && delivery.Status is >= 400 and < 500 and not 401).ToArray() is { Length: > 0 } early)
        {
            trial.Advise($"{Receiver.Answers(early)}: a web server may refuse such a header before the receiver sees it; the provider's word is 401");
        }

        if (otherwise.Length > 0 && trial.Journal.Run?.Settings.GetValueOrDefault(OtherRejections) == "true")
        {
            trial.Advise($"{what} is refused with another status than 401: {Receiver.Answers(otherwise)}; the configuration accepts that");
        }
        else if (otherwise.Length > 0)
        {
            Breach(trial, $"{what} is answered exactly 401", otherwise, $"answer 401; or set {OtherRejections} where the provider has agreed to another status");
        }
    }

    /// <summary>Judges that none of the events had an effect. Without a read-back that is not known, and noted as missing.</summary>
    public static void JudgeEffects(Trial trial, EffectCounts effects, IReadOnlyList<Delivery> sent, string what)
    {
        foreach (var copies in sent.GroupBy(delivery => delivery.Sent.EventId))
        {
            var counts = effects.Of(trial, copies.Key, copies.Min(copy => copy.At));
            EffectCount[] over = [.. counts.Where(count => count.Count > Allowed(trial.Journal, copies.Key, count))];
            if (over.Length > 0)
            {
                trial.Breach(
                    $"{what} has no effect",
                    $"{Say.Count(over.Max(count => count.Count), "effect")} of {copies.Key}, sent as {Say.List(copies.Select(copy => copy.Sent.Manner).Distinct())} ({Say.List(copies.Select(copy => copy.Number))})",
                    "write nothing before the signature and its time are verified",
                    [.. copies.Select(copy => copy.Number), .. over.Select(count => count.Number)]);
            }
            else if (counts.Count == 0)
            {
                trial.Lacks($"no effects.count of {copies.Key}, so that its effect is not known");
            }
        }
    }

    // The same event may also have been sent genuinely; that one counts once.
    private static int Allowed(Journal journal, string eventId, EffectCount count) =>
        journal.Deliveries.Any(delivery => delivery.Sent.Genuine && delivery.Sent.EventId == eventId && delivery.At <= count.Probe.EndedAt) ? 1 : 0;

    private static void Breach(Trial trial, string expected, IReadOnlyList<Delivery> deliveries, string next) =>
        trial.Breach(expected, Receiver.Answers(deliveries), next, deliveries.Select(delivery => delivery.Number));
}
