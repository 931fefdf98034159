using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.AsynchronousSponsor;

/// <summary>OSG-ASYNC-03: while the sponsor is silent the request is pending, unused and not repeated; the late approval still counts.</summary>
/// <remarks>A rare read of the request is allowed, and so is telling the user "pending" for days.</remarks>
public sealed class NothingIsDecidedWhileTheSponsorIsSilent : ICheck
{
    private static readonly TimeSpan RareRead = TimeSpan.FromSeconds(10);

    public ItemId Item { get; } = new("OSG-ASYNC-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (PendingRequest.Read(trial, evidence, "silent-sponsor") is not { } request)
        {
            return trial.Conclude(() => "");
        }

        JudgeOperations(trial, evidence, request);
        JudgeWire(trial, evidence, request);
        var before = JudgeStates(trial, evidence, request);
        var took = JudgeDecision(trial, evidence, request, before);
        return trial.Conclude(() => $"pending for {Say.Seconds(request.DecidedAt - request.Pending.EndedAt!.Value)} ({Say.Count(before, "read-back")}), approved {Say.Seconds(took!.Value)} after the event at most");
    }

    private static void JudgeOperations(Trial trial, ScenarioEvidence evidence, PendingRequest request)
    {
        if (trial.Answered(request.Stimulus, "authorization.request") is { Outcome: not Outcome.Pending } call && (call.Outcome != Outcome.Unanswered || trial.Hung(call)))
        {
            trial.Breach(
                "a request that waits for the sponsor ends as pending",
                $"authorization.request ({call.Number}) ended as {UserMessages.Word(call)}, after the provider had answered PENDING_SPONSOR ({request.Pending.Number})",
                "tell the user that the sponsor decides later, and wait for the event",
                request.Pending.Number,
                call.Number);
        }

        foreach (var dispense in evidence.OperationsOf(request.Stimulus).Where(call => call.Operation == "dispensation.dispense" && request.IsSilentAt(call.At) && trial.Answered(call)))
        {
            if (dispense.Outcome == Outcome.Succeeded)
            {
                trial.Breach(
                    "a pending authorization is not dispensed",
                    $"dispensation.dispense ({dispense.Number}) ended as succeeded while the sponsor was silent",
                    "dispense only what the sponsor has approved",
                    dispense.Number);
            }
        }
    }

    private static void JudgeWire(Trial trial, ScenarioEvidence evidence, PendingRequest request)
    {
        Exchange[] meanwhile = [.. evidence.ExchangesOf(request.Stimulus).Where(exchange => request.IsSilentAt(exchange.At))];
        foreach (var (operation, expected, next) in ((string, string, string)[])
        [
            ("start-dispensation", "nothing is dispensed while the sponsor is silent", "do not use the placeholder that a pending request holds"),
            ("void-authorization", "a pending request is not given up", "leave it open: the sponsor may take hours"),
            ("initiate-authorization", "a pending request is not repeated", "keep the request's identifier and wait for its event"),
        ])
        {
            Exchange[] calls = [.. meanwhile.Where(exchange => exchange.Request.Operation == operation)];
            if (calls.Length > 0)
            {
                trial.Breach(expected, $"{Say.Count(calls.Length, $"{operation} call")} ({Say.List(calls.Select(call => call.Number))})", next, calls.Select(call => call.Number));
            }
        }

        // Reading when somebody asks is fair; polling is not what events are for.
        var reads = meanwhile.Count(exchange => exchange.Request.Operation == "read-authorization");
        var asked = evidence.OperationsOf(request.Stimulus).Count(call => request.IsSilentAt(call.At));
        var span = request.DecidedAt - request.Pending.At;
        if (reads > asked + (span / RareRead) + 1)
        {
            trial.Advise($"the request was read {Say.Count(reads, "time")} in {Say.Seconds(span)}: the event will tell, one read in 10 s is plenty");
        }
    }

    private static int JudgeStates(Trial trial, ScenarioEvidence evidence, PendingRequest request)
    {
        BelievedState[] states = [.. PickUp.States(trial, evidence, request.Stimulus).Where(state => state.Probe.EndedAt < request.DecidedAt)];
        BelievedState[] wrong = [.. states.Where(state => state.Status != "pending")];
        if (wrong.Length > 0)
        {
            trial.Breach(
                "a request that waits for the sponsor is shown as pending, however long it takes",
                Say.List(wrong.Select(state => $"{state.Status} after {Say.Seconds(state.Probe.At - request.Pending.EndedAt!.Value)} ({state.Probe.Number})")),
                "neither approve nor deny without the sponsor's event, also not after a time-out",
                wrong.Select(state => state.Probe.Number));
        }

        return states.Length;
    }

    private static TimeSpan? JudgeDecision(Trial trial, ScenarioEvidence evidence, PendingRequest request, int before)
    {
        var released = evidence.Journal.NotesNamed(OsiguNotes.DecisionReleased).Any(note => note["stimulus"] == request.Stimulus.Id);
        if (!released && request.Decisions.Count == 0)
        {
            trial.Awaits(request.Pending.At + Trial.OperationLimit, "the silent sponsor's late decision, at the end of the run", "the run ended before the silent sponsor decided");
            return null;
        }

        var accepted = request.Await(trial, decisions => trial.Breach(
            "the sponsor's late decision is accepted",
            Receiver.Answers(decisions),
            "keep a pending request open until its event arrives, however late",
            decisions.Select(delivery => delivery.Number)));
        if (accepted is null)
        {
            return null;
        }

        if (before == 0)
        {
            trial.Lacks("the state of the request was not read while the sponsor was silent");
        }

        var silence = request.DecidedAt - request.Pending.EndedAt!.Value;
        if (silence < Announced(request.Stimulus))
        {
            trial.Lacks($"the sponsor was silent for {Say.Seconds(silence)} only, of {Say.Seconds(Announced(request.Stimulus))}: a time-out of the integration's own would not have shown");
        }

        if (evidence.AliveBefore(request.Pending.At) is { } sign)
        {
            trial.Rest(sign);
        }
        else
        {
            trial.Lacks($"no sign of life of the integration before {Say.At(request.Pending.At)}, so that silence proves nothing");
        }

        return PickUp.Judge(trial, evidence, request.Stimulus, accepted, "approved");
    }

    /// <summary>How long the scenario keeps the sponsor silent at least.</summary>
    private static TimeSpan Announced(Stimulus stimulus) =>
        double.TryParse(stimulus["silence"], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
}
