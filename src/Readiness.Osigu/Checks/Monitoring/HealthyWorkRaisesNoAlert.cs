using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Checks.Alerts;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Monitoring;

/// <summary>OSG-MON-01: healthy work raises no alert, and neither does a single token that is refused and replaced.</summary>
/// <remarks>
/// An alert may come late, and belong to what went wrong before; so one is held against the integration only where it comes again in a second round.
/// While requests wait for their sponsor, an alert about them is right.
/// </remarks>
public sealed class HealthyWorkRaisesNoAlert : ICheck
{
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(200);

    public ItemId Item { get; } = new("OSG-MON-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var rounds = HealthyRound.Of(evidence);
        if (rounds.Count == 0)
        {
            trial.Lacks("there was no healthy work between alerts that had ended");
            return trial.Conclude(() => "");
        }

        var spells = AlertHistory.Spells(evidence.Journal);
        var quiet = rounds.FirstOrDefault(round => AlertsIn(round, spells).Length == 0);
        if (quiet is null)
        {
            JudgeNoise(trial, rounds, spells);
        }
        else
        {
            JudgeQuiet(trial, quiet, spells);
        }

        return trial.Conclude(() => $"no alert in {Say.Seconds(quiet!.EndedAt!.Value - quiet.BeganAt)} of healthy work with one refused token");
    }

    private static void JudgeNoise(Trial trial, IReadOnlyList<HealthyRound> rounds, IReadOnlyList<AlertSpell> spells)
    {
        AlertSpell[] first = AlertsIn(rounds[0], spells);
        AlertSpell[] again = [.. AlertsIn(rounds[^1], spells).Where(spell => first.Any(before => before.Alert == spell.Alert))];
        Exchange[] refusals = [.. rounds.SelectMany(round => Refusals(trial, round))];
        if (rounds.Count < 2 || again.Length == 0)
        {
            trial.Lacks($"{Say.List(first.Select(spell => spell.Alert).Distinct())} came during healthy work, and not a second time: it may belong to what went wrong before");
        }
        else if (refusals.Length > rounds.Count)
        {
            trial.Lacks($"{refusals.Length} calls were refused ({Say.List(refusals.Select(call => call.Number))}), of {rounds.Count} that were meant: an alert about them may be right");
        }
        else
        {
            AlertSpell[] both = [.. first.Where(spell => again.Any(later => later.Alert == spell.Alert)), .. again];
            trial.Breach(
                "healthy work raises no alert, and neither does a single token that is refused and replaced",
                $"{Say.List(both.Select(spell => spell.Alert).Distinct())} {Say.List(both.Select(spell => $"{Say.Seconds(spell.SeenAt - rounds.Last(round => round.BeganAt <= spell.SeenAt).BeganAt)} into healthy work ({spell.Number})"))}",
                "raise an alert on several failures within a span, and above the level of everyday traffic: alerts without a cause are switched off, and then nobody is told",
                [.. both.Select(spell => spell.Number), .. refusals.Select(call => call.Number)]);
        }
    }

    private static void JudgeQuiet(Trial trial, HealthyRound round, IReadOnlyList<AlertSpell> spells)
    {
        var until = round.EndedAt ?? trial.Journal.End;
        var work = trial.Journal.Operations.Where(call => call.At >= round.BeganAt && call.EndedAt <= until && call is { Asked.Role: OperationRole.Stimulus, Outcome: Outcome.Succeeded }).ToArray();
        trial.Rest(work.Select(call => call.Number));
        trial.Rest(Refusals(trial, round).Select(call => call.Number));
        if (Refusals(trial, round).Length == 0)
        {
            trial.Lacks("no token was refused during healthy work");
        }

        if (work.Length == 0)
        {
            trial.Lacks("no operation succeeded during healthy work");
        }

        if (round.EndedAt is null || until - round.BeganAt < round.Watch - Grain)
        {
            trial.Lacks($"healthy work was watched for {Say.Seconds(until - round.BeganAt)}, of {Say.Seconds(round.Watch)}");
        }

        if (AlertHistory.Unseen(trial.Journal, round.BeganAt, until) is { } unseen)
        {
            trial.Lacks($"alerts could not be seen: {unseen}");
        }

        // An integration that cannot raise alerts raises none, which proves nothing.
        if (!spells.Any(spell => spell.IsRelevant && spell.SeenAt < round.BeganAt))
        {
            trial.Lacks("no alert was seen before healthy work, so that its absence proves nothing");
        }

        trial.Watched(round.BeganAt, until);
    }

    private static AlertSpell[] AlertsIn(HealthyRound round, IReadOnlyList<AlertSpell> spells) =>
    [
        .. spells.Where(spell => spell.IsRelevant && spell.SeenAt >= round.BeganAt && spell.SeenAt <= (round.EndedAt ?? TimeSpan.MaxValue) && !spell.ClaimsToPrecede(round.BeganAt)
            && !(round.Waiting > 0 && spell.MayMean(SymptomNames.Stalls))),
    ];

    private static Exchange[] Refusals(Trial trial, HealthyRound round) =>
        [.. trial.Journal.Exchanges.Where(call => call is { Status: 401, Request.Operation: not "token" } && call.At >= round.BeganAt && call.At <= (round.EndedAt ?? trial.Journal.End))];
}
