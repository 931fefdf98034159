using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SandboxReset;

/// <summary>OSG-STATE-01: after the sandbox was wiped the patient is looked up again, and the next authorization request succeeds.</summary>
/// <remarks>A documented manual step (<c>state.resync</c>) is allowed, and so is healing on the second try.</remarks>
public sealed class PatientIsLookedUpAgainAfterAReset : ICheck
{
    public ItemId Item { get; } = new("OSG-STATE-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("wiped") is not [var stimulus, ..])
        {
            trial.Lacks("no authorization was asked for before the reset");
            return trial.Conclude(() => "");
        }

        OperationCall[] requests = [.. evidence.OperationsOf(stimulus).Where(call => call is { Operation: "authorization.request", Asked.Role: OperationRole.Stimulus })];
        if (requests.Length == 0 || evidence.Journal.NotesNamed(NoteNames.DataReset).FirstOrDefault(note => note.At >= requests[0].At) is not { } reset)
        {
            trial.Lacks("the sandbox was not wiped after a first authorization request");
            return trial.Conclude(() => "");
        }

        trial.Rest(reset.Number);
        OperationCall[] again = [.. requests.Where(call => call.At >= reset.At)];
        if (trial.Answered(requests[0]) && requests[0].Outcome != Outcome.Succeeded)
        {
            trial.Lacks($"the first authorization.request ({requests[0].Number}) ended as {UserMessages.Word(requests[0])}, so that there was nothing to lose");
        }

        if (again.Length == 0)
        {
            trial.Lacks("no authorization was asked for after the reset");
            return trial.Conclude(() => "");
        }

        JudgeOldIdentifiers(trial, evidence.ExchangesOf(stimulus), reset, again);
        // What is open can still succeed; the others are counted.
        if (again.All(trial.Answered))
        {
            JudgeSuccess(trial, evidence, stimulus, reset, again);
        }

        return trial.Conclude(() => $"looked up again ({Say.List(Searches(evidence, stimulus, reset).Select(search => search.Number))}) and succeeded on try {Healed(again) + 1} after the reset{(Resynced(evidence, reset) ? ", with the manual step" : "")}");
    }

    private static void JudgeSuccess(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Note reset, OperationCall[] again)
    {
        var searches = Searches(evidence, stimulus, reset);
        if (searches.Count == 0)
        {
            trial.Breach(
                "the patient is looked up again after the reset",
                $"no search after the reset ({reset.Number}), over {Say.Count(again.Length, "authorization request")} ({Say.List(again.Select(call => call.Number))})",
                "treat 404 for a stored beneficiary_id as outdated: drop it and search again",
                [reset.Number, .. again.Select(call => call.Number)]);
        }

        if (Healed(again) < 0)
        {
            trial.Breach(
                "an authorization request succeeds again after the reset",
                $"ended as {Say.List(again.Select(call => $"{UserMessages.Word(call)} ({call.Number})"))}",
                "rebuild what was kept of the provider's identifiers, by itself or by a documented step",
                again.Select(call => call.Number));
        }
        else if (Healed(again) > 0)
        {
            trial.Advise($"the first request after the reset failed ({again[0].Number}); look up again within the same request where that is possible");
        }
    }

    private static void JudgeOldIdentifiers(Trial trial, IReadOnlyList<Exchange> exchanges, Note reset, OperationCall[] again)
    {
        var old = exchanges.Where(exchange => exchange.At < reset.At)
            .SelectMany(exchange => new[] { exchange.Sent("/beneficiary_id"), exchange.Answered("/beneficiary_id") })
            .OfType<string>()
            .ToHashSet();
        foreach (var call in again)
        {
            Exchange[] stale =
            [
                .. exchanges.Where(exchange => exchange.Request.Operation == "initiate-authorization"
                    && call.IsOpenAt(exchange.At)
                    && exchange.Sent("/beneficiary_id") is { } sent
                    && old.Contains(sent)),
            ];
            var gone = stale.FirstOrDefault(exchange => exchange.Status == 404);
            Exchange[] repeated = gone is null ? [] : [.. stale.Where(exchange => exchange.At >= gone.EndedAt)];
            if (repeated.Length > 0)
            {
                trial.Breach(
                    "a beneficiary_id that was answered 404 is not used again",
                    $"{gone!.Sent("/beneficiary_id")} sent {Say.Count(repeated.Length, "time")} more within one request ({Say.List(repeated.Select(exchange => exchange.Number))}) after 404 ({gone.Number})",
                    "treat 404 for a stored beneficiary_id as outdated: drop it and search again",
                    [gone.Number, .. repeated.Select(exchange => exchange.Number)]);
            }
        }
    }

    private static IReadOnlyList<Exchange> Searches(ScenarioEvidence evidence, Stimulus stimulus, Note reset) =>
        [.. evidence.ExchangesOf(stimulus, "search-beneficiary").Where(search => search.At >= reset.At)];

    private static int Healed(OperationCall[] again) => Array.FindIndex(again, call => call.Outcome == Outcome.Succeeded);

    private static bool Resynced(ScenarioEvidence evidence, Note reset) =>
        evidence.Journal.Operations.Any(call => call is { Operation: "state.resync", Outcome: Outcome.Succeeded } && call.At >= reset.At && evidence.Covers(call.At));
}
