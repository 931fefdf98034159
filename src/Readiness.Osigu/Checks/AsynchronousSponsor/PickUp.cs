using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.AsynchronousSponsor;

/// <summary>Whether a decision is in the integration's own state soon after its event was accepted.</summary>
internal static class PickUp
{
    /// <summary>The provider asks for about a minute from the completion; its decision takes half a minute of that, and machines are slow.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    /// <summary>A read-back that shows the old state this long after the event, and nothing after it, has seen the limit pass.</summary>
    public static readonly TimeSpan NearTheLimit = TimeSpan.FromSeconds(40);

    /// <summary>Judges the read-backs after the event.</summary>
    /// <returns>How long it took at most; null where it was not picked up, or nothing can be said.</returns>
    public static TimeSpan? Judge(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Delivery accepted, string wanted)
    {
        var acknowledged = accepted.Answer!.LastByteAt;
        var states = States(trial, evidence, stimulus).Where(state => state.Probe.At >= acknowledged).ToArray();
        var right = states.FirstOrDefault(state => state.Status == wanted);
        var wrong = states.TakeWhile(state => state.Status != wanted).LastOrDefault();
        if (right is not null && right.Probe.At - acknowledged <= Limit)
        {
            AdviseWithoutCode(trial, right, wanted);
            return right.Probe.EndedAt!.Value - acknowledged;
        }

        if (wrong is not null && wrong.Probe.At - acknowledged >= NearTheLimit)
        {
            trial.Breach(
                $"the request is shown as {wanted} within {Say.Seconds(Limit)} of the event",
                $"still {wrong.Status} {Say.Seconds(wrong.Probe.At - acknowledged)} after {accepted.Sent.EventType} ({accepted.Number}) was accepted{(right is null ? "" : $", {wanted} after {Say.Seconds(right.Probe.At - acknowledged)}")}",
                "find the request by the event's authorization_request_id and store the decision when the event arrives",
                accepted.Number,
                wrong.Probe.Number);
        }
        else if (trial.Journal.End < acknowledged + Limit)
        {
            trial.Awaits(acknowledged + Limit, $"the state of the request after {accepted.Sent.EventType} ({accepted.Number})", $"the run ended before the state of the request was read {Say.Seconds(Limit)} after the event");
        }
        else
        {
            trial.Lacks($"the state of the request was not read up to {Say.Seconds(Limit)} after {accepted.Sent.EventType} ({accepted.Number})");
        }

        return null;
    }

    /// <summary>What the integration believed of the request, each time it was asked.</summary>
    public static IReadOnlyList<BelievedState> States(Trial trial, ScenarioEvidence evidence, Stimulus stimulus) =>
    [
        .. evidence.OperationsOf(stimulus)
            .Where(call => call is { Operation: "authorization.status", Asked.Role: OperationRole.Probe } && trial.Answered(call))
            .Where(call => call.Result("/status") is not null)
            .Select(call => new BelievedState(call, call.Result("/status")!.Trim().ToLowerInvariant())),
    ];

    private static void AdviseWithoutCode(Trial trial, BelievedState state, string wanted)
    {
        if (wanted == "approved"
            && !(state.Probe.ResultJson is { } result && JsonText.Items(result, "/authorizations").Any(authorization => !string.IsNullOrWhiteSpace(JsonText.At(authorization, "/authorization_code")))))
        {
            trial.Advise($"authorization.status ({state.Probe.Number}) shows the approval without its authorization_code, which a dispensation needs");
        }
    }
}
