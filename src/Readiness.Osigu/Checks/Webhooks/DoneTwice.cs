using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>Traces of a second effect that a count does not tell: a table of seen events says one, whatever was done.</summary>
internal static class DoneTwice
{
    private static readonly string[] Writes = ["initiate-authorization", "start-dispensation", "complete-dispensation", "void-authorization", "create-claim", "complete-claim"];

    /// <summary>Judges what the integration shows of the request, and what it did at the provider, since that moment.</summary>
    public static void Judge(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, TimeSpan from)
    {
        JudgeShown(trial, evidence, stimulus, from);
        JudgeWrites(trial, evidence, stimulus, from);
    }

    private static void JudgeShown(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, TimeSpan from)
    {
        foreach (var shown in BelievedStates.After(trial, evidence, stimulus, from))
        {
            string[] twice = [.. Authorization.In(shown.Probe).Where(one => one is { IsApproved: true, Code: not null }).GroupBy(one => one.Code!).Where(same => same.Count() > 1).Select(same => same.Key)];
            if (twice.Length > 0)
            {
                trial.Breach(
                    "an authorization is booked once, however often its event arrives",
                    $"authorization.status ({shown.Probe.Number}) shows {Say.List(twice)} more than once",
                    "write the effect under the same unique key as the event, in one transaction; count effects, not remembered events",
                    shown.Probe.Number);
                return;
            }
        }
    }

    // Nothing was asked of the integration since, so only the events can have caused a write; and a write that was answered needs no repetition.
    private static void JudgeWrites(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, TimeSpan from)
    {
        foreach (var writes in evidence.ExchangesOf(stimulus).Where(exchange => exchange.At >= from && Writes.Contains(exchange.Request.Operation)).GroupBy(exchange => exchange.Request.Operation))
        {
            if (writes.FirstOrDefault(write => write.Succeeded) is { } done && writes.FirstOrDefault(write => write.At > done.EndedAt) is { } again)
            {
                trial.Breach(
                    "an event causes its work at the provider once, however often it arrives",
                    $"{writes.Key} ({done.Number}) was answered {done.Status}, and was sent again ({again.Number})",
                    "write the event's identifier in one transaction with the order to do its work",
                    done.Number,
                    again.Number);
            }
        }
    }
}
