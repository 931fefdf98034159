using Readiness.Checks;
using Readiness.Osigu.Checks.SadPaths;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorChanges;

/// <summary>What holds once the sponsor's change has ended an authorization.</summary>
internal static class NothingDispensed
{
    /// <summary>No dispensation is started or reported, and the user is told.</summary>
    /// <param name="state">In a word, such as <c>voided</c>.</param>
    public static void Judge(Trial trial, ScenarioEvidence evidence, SponsorChange change, TimeSpan known, string state)
    {
        Exchange[] starts = [.. evidence.ExchangesOf(change.Stimulus, "start-dispensation").Where(start => start.At >= known)];
        if (starts.Length > 0)
        {
            trial.Breach(
                $"no dispensation is started under an authorization that is {state}",
                $"start-dispensation {Say.List(starts.Select(start => $"{start.Number} under {Dispensing.Code(start) ?? "no code"} answered {start.Status}"))}, after {change.Words}",
                change.Undeliverable is null
                    ? "look at what the sponsor's last event said before each start, whether the code comes from your records, from paper or from the patient"
                    : "subscribe to authorization.* (or *) at POST /webhooks/v1/subscriptions, or ask the provider before each start",
                [change.Number, .. starts.Select(start => start.Number)]);
        }

        var calls = change.DispensedAfter(trial, evidence, known);
        foreach (var call in calls.Where(trial.Answered))
        {
            JudgeEnd(trial, call, state);
        }

        if (calls is [.., { Outcome: Outcome.Pending or Outcome.Unknown } last])
        {
            trial.Advise($"dispensation.dispense ({last.Number}) ended as {UserMessages.Word(last)}: an authorization that is {state} does not come back, so failed says more");
        }

        if (calls.Count > 0 && calls.All(call => call.EndedAt is not null))
        {
            Traces.Watch(trial, [.. calls]);
        }
    }

    private static void JudgeEnd(Trial trial, OperationCall call, string state)
    {
        switch (call.Outcome)
        {
            case Outcome.Succeeded:
                trial.Breach(
                    $"dispensation.dispense under an authorization that is {state} does not succeed",
                    $"dispensation.dispense ({call.Number}) ended as succeeded",
                    $"tell the user that the authorization is {state}, and hand out nothing",
                    call.Number);
                break;
            case Outcome.Unanswered when trial.Hung(call):
                trial.Breach(
                    $"the user is told that the authorization is {state}",
                    $"dispensation.dispense ({call.Number}) was not answered",
                    $"end the operation and tell the user that the authorization is {state}",
                    call.Number);
                break;
            case Outcome.Unanswered:
                break;
            default:
                UserMessages.MustBeThere(trial, call);
                break;
        }
    }
}
