using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.AsynchronousSponsor;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>OSG-HOOK-08: a decision whose event overtakes the answer to <c>complete</c> is kept, and the late answer does not undo it.</summary>
public sealed class EarlyDecisionStands : ICheck
{
    public ItemId Item { get; } = new("OSG-HOOK-08");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("overtaken") is not [var stimulus, ..]
            || evidence.DeliveriesOf(stimulus).Where(delivery => delivery.Sent.Genuine).ToArray() is not [var early, ..])
        {
            trial.Lacks("no decision was delivered before the answer to the completion");
            return trial.Conclude(() => "");
        }

        if (Receiver.HasAnswered(trial, [early]) && Receiver.IsSetUp(trial) && Overtook(trial, evidence, stimulus, early))
        {
            if (early.Acknowledged)
            {
                JudgeState(trial, evidence, stimulus, early);
            }
            else
            {
                trial.Breach(
                    "a decision is answered 2xx, also while the completion is still under way",
                    Receiver.Answer(early),
                    "store the event even where its request is not known yet: the answer to complete may come after it",
                    early.Number);
            }
        }

        return trial.Conclude(() => $"{early.Sent.EventType} ({early.Number}) overtook the answer to the completion; the request was approved all the same");
    }

    private static bool Overtook(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Delivery early)
    {
        var overtaken = evidence.ExchangesOf(stimulus, "complete-authorization").FirstOrDefault(exchange => exchange.Succeeded && exchange.At <= early.At && exchange.Response!.At >= early.At);
        if (overtaken is null || overtaken.Answered("/status") != "PENDING_SPONSOR")
        {
            trial.Lacks("no completion was answered PENDING_SPONSOR after the event was sent, so that nothing was overtaken");
            return false;
        }

        trial.Rest(overtaken.Number, early.Number);
        return true;
    }

    private static void JudgeState(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Delivery early)
    {
        var call = trial.Answered(stimulus, "authorization.request");
        if (call?.EndedAt is not { } ended)
        {
            return;
        }

        var settled = ended > early.Answer!.LastByteAt ? ended : early.Answer.LastByteAt;
        var states = BelievedStates.After(trial, evidence, stimulus, settled);
        if (states.Count == 0)
        {
            trial.Lacks("the state of the request was not read after the event and the answer had both arrived");
        }
        else if (states[^1] is { Status: not "approved" } wrong)
        {
            JudgeWrong(trial, wrong, early, settled);
        }
        else
        {
            trial.Rest(states[^1].Probe.Number);
        }
    }

    private static void JudgeWrong(Trial trial, BelievedState wrong, Delivery early, TimeSpan settled)
    {
        var waited = wrong.Probe.At - settled;
        if (waited >= PickUp.NearTheLimit)
        {
            trial.Breach(
                "a decision that overtakes the answer to the completion is kept",
                $"still {wrong.Status} {Say.Seconds(waited)} after {early.Sent.EventType} ({early.Number}) and the answer had both arrived ({wrong.Probe.Number})",
                "let the answer to complete fill in what is not known yet, and never overwrite what an event has decided",
                early.Number,
                wrong.Probe.Number);
        }
        else
        {
            trial.Lacks($"the request was {wrong.Status} {Say.Seconds(waited)} after the event and the answer had both arrived ({wrong.Probe.Number}), and was not asked for again");
        }
    }
}
