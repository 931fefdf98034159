using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorChanges;

/// <summary>OSG-VOID-01: once the event was accepted, nothing is dispensed under a voided authorization, and what still stands is.</summary>
/// <remarks>
/// Source: Authorization events. A start that races the event is right, and so is asking the provider before each start. An integration that never
/// dispenses at all proves nothing, so two authorizations that still stand are dispensed in the same two ways.
/// </remarks>
public sealed class VoidedAuthorizationIsNotDispensed : ICheck
{
    private static readonly (string Voided, string Standing, string Way)[] Ways =
    [
        ("voided-request", "standing-request", "by its request"),
        ("voided-code", "standing-code", "by a code that the patient brings"),
    ];

    public ItemId Item { get; } = new("OSG-VOID-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        List<int> told = [];
        List<Exchange> starts = [];
        foreach (var (voided, standing, way) in Ways)
        {
            if (SponsorChange.Read(trial, evidence, voided, "authorization.voided") is not { } change)
            {
                continue;
            }

            if (change.KnownAt(trial, evidence, ShownAuthorizations.AnyVoided) is { } known)
            {
                NothingDispensed.Judge(trial, evidence, change, known, "voided");
                told.Add(change.Number);
            }

            starts.AddRange(Standing(trial, evidence, standing, way));
        }

        return trial.Conclude(() => $"nothing was started under the voided authorizations after the events ({Say.List(told)}); what still stands was dispensed (exchanges {Say.List(starts.Select(start => start.Number))})");
    }

    private static Exchange[] Standing(Trial trial, ScenarioEvidence evidence, string purpose, string way)
    {
        if (evidence.StimuliFor(purpose) is not [var stimulus, ..])
        {
            trial.Lacks($"nothing that still stands was dispensed {way}");
            return [];
        }

        var dispensing = new Dispensing(evidence, stimulus);
        Exchange[] done = [.. dispensing.Starts.Where(start => Dispensing.Code(start) is { } code && dispensing.IsCompleted(code))];
        trial.Rest(done.Select(start => start.Number));
        if (done.Length == 0 && trial.Answered(stimulus, "dispensation.dispense") is { } call)
        {
            NotDispensed(trial, call, way);
        }

        return done;
    }

    private static void NotDispensed(Trial trial, OperationCall call, string way)
    {
        if (call.Outcome == Outcome.Failed)
        {
            trial.Breach(
                $"an authorization that still stands is dispensed {way}",
                $"dispensation.dispense ({call.Number}) ended as failed without a completed dispensation: \"{call.Reply?.Message}\"",
                "end what the event names, and nothing else",
                call.Number);
        }
        else if (call.Outcome != Outcome.Unanswered || trial.Hung(call))
        {
            trial.Lacks($"an authorization that still stands was not dispensed {way} ({call.Number} ended as {UserMessages.Word(call)}), so that it proves nothing that a voided one was not");
        }
    }
}
