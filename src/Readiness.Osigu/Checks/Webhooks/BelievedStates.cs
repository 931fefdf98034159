using Readiness.Checks;
using Readiness.Osigu.Checks.AsynchronousSponsor;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>What the integration believed of a request after some moment.</summary>
internal static class BelievedStates
{
    /// <summary>In the order of asking.</summary>
    public static IReadOnlyList<BelievedState> After(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, TimeSpan moment) =>
        [.. PickUp.States(trial, evidence, stimulus).Where(state => state.Probe.At >= moment)];

    /// <summary>The first belief after the moment that the request is approved; null where there is none, or where it was believed before, or not asked for.</summary>
    public static BelievedState? TurnedApproved(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, TimeSpan moment)
    {
        var before = PickUp.States(trial, evidence, stimulus).LastOrDefault(state => state.Probe.EndedAt <= moment);
        return before is null or { Status: "approved" } ? null : After(trial, evidence, stimulus, moment).FirstOrDefault(state => state.Status == "approved");
    }
}
