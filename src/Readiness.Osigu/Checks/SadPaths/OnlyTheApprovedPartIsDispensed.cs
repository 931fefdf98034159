using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.HappyPaths;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SadPaths;

/// <summary>OSG-AUTH-02: of a mixed decision the reason is shown, and only the approved part is dispensed.</summary>
/// <remarks>Source: Testing with sandbox; pre-authorization events. A translated reason beside the original is right.</remarks>
public sealed class OnlyTheApprovedPartIsDispensed : ICheck
{
    public ItemId Item { get; } = new("OSG-AUTH-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("mixed-decision") is not [var stimulus, ..])
        {
            trial.Lacks("no authorization was requested that is approved in part");
            return trial.Conclude(() => "");
        }

        Authorization[] authorizations = [.. evidence.ExchangesOf(stimulus, "complete-authorization").Where(call => call.Succeeded).SelectMany(Authorization.In)];
        var approved = Approved(authorizations);
        var dispensing = new Dispensing(evidence, stimulus);
        trial.Rest(evidence.ExchangesOf(stimulus).Select(call => call.Number));

        Rejection.MustNotBeSentAgain(trial, evidence, stimulus);
        foreach (var start in dispensing.StartsOtherThan(approved))
        {
            trial.Breach(
                $"a dispensation under the approved code only: {(approved.Length == 0 ? "none so far" : Say.List(approved))}",
                $"start-dispensation {start.Number} under {Dispensing.Code(start) ?? "no code"}",
                "look at the status of each authorization, and dispense the approved ones",
                start.Number);
        }

        if (HappyEnding.Judge(trial, evidence, stimulus, "authorization.request", "dispensation.dispense"))
        {
            JudgeEnd(trial, evidence, stimulus, authorizations, dispensing);
        }

        return trial.Conclude(() => $"the reason is shown, and {approved[0]} alone was dispensed (exchange {Say.List(dispensing.Starts.Select(start => start.Number))})");
    }

    private static string[] Approved(Authorization[] authorizations) => [.. authorizations.Where(one => one.IsApproved).Select(one => one.Code).OfType<string>().Distinct()];

    private static void JudgeEnd(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Authorization[] authorizations, Dispensing dispensing)
    {
        var approved = Approved(authorizations);
        var request = evidence.OperationOf(stimulus, "authorization.request")!;
        if (approved.Length == 0)
        {
            trial.Lacks("no completed request brought an approved authorization");
            return;
        }

        if (request.Outcome == Outcome.Succeeded)
        {
            Rejection.MustBeShown(trial, request, authorizations);
            JudgeStatuses(trial, request);
        }

        string[] left = [.. approved.Where(code => !dispensing.IsCompleted(code))];
        if (left.Length > 0)
        {
            trial.Breach(
                $"a completed dispensation under {Say.List(approved)}",
                $"no completed dispensation under {Say.List(left)}",
                "dispense what was approved although another part was rejected",
                dispensing.Starts.Concat(dispensing.Completions).Select(call => call.Number));
        }

        Traces.Watch(trial, request, evidence.OperationOf(stimulus, "dispensation.dispense")!);
    }

    private static void JudgeStatuses(Trial trial, OperationCall request)
    {
        var shown = Authorization.In(request);
        if (shown.Count(one => one.IsApproved) != 1 || !shown.Any(one => one.IsRejected))
        {
            trial.Breach(
                "one authorization shown as approved and one as rejected",
                $"{request.Operation} ({request.Number}) shows {(shown.Count == 0 ? "none" : Say.List(shown.Select(one => one.Status)))}",
                "keep the status of each authorization of a request, and hand it over in authorizations[].status",
                request.Number);
        }
    }
}
