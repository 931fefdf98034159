using Readiness.Checks;
using Readiness.Checks.Alerts;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Monitoring;

/// <summary>Judges whether a symptom that was provoked has raised an alert.</summary>
internal static class RaisedAlerts
{
    // Ends are noted a moment after the wait for an alert has run out.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(500);

    /// <param name="what">What went wrong, in words.</param>
    /// <param name="missing">Why nothing went wrong up to that moment after all; null where it did. The entries that show it are rested on.</param>
    /// <param name="next">What to do where no alert comes.</param>
    public static Judgement Judge(ScenarioEvidence evidence, string symptom, string what, Func<Trial, SymptomRound, TimeSpan, string?> missing, string next)
    {
        var trial = new Trial(evidence);
        var rounds = SymptomRound.Of(evidence, symptom);
        if (AlertHistory.Within(evidence.Journal) is not { } within || rounds.Count == 0)
        {
            trial.Lacks($"{what} were not provoked, or no way to see alerts is declared");
            return trial.Conclude(() => "");
        }

        var spells = AlertHistory.Spells(evidence.Journal);
        foreach (var round in rounds)
        {
            if (round.Raised(spells, within) is { } raised && missing(trial, round, raised.SeenAt) is null)
            {
                trial.Rest(raised.Number);
                return trial.Conclude(() => $"{raised.Alert} was raised {Say.Seconds(raised.SeenAt - round.BeganAt)} after {what} began");
            }
        }

        // The last round was the clearest: nothing else went wrong beside it where that mattered.
        Miss(trial, evidence, rounds[^1], spells, within, what, missing, next);
        return trial.Conclude(() => "");
    }

    private static void Miss(
        Trial trial, ScenarioEvidence evidence, SymptomRound round, IReadOnlyList<AlertSpell> spells, TimeSpan within, string what, Func<Trial, SymptomRound, TimeSpan, string?> missing, string next)
    {
        var until = round.EndedAt ?? trial.Journal.End;
        if (missing(trial, round, until) is { } reason)
        {
            trial.Lacks(reason);
        }
        else if (AlertHistory.Unseen(trial.Journal, round.BeganAt, until) is { } unseen)
        {
            trial.Lacks($"alerts could not be seen: {unseen}");
        }
        else if (spells.FirstOrDefault(spell => round.IsTimely(spell, within) && spell.ClaimsToPrecede(round.BeganAt) && spell.MayMean(round.Symptom)) is { } early)
        {
            trial.Lacks($"{early.Alert} came {Say.Seconds(early.SeenAt - round.BeganAt)} after {what} began, and says that it began {Say.Seconds(round.BeganAt - early.BeganAt!.Value)} before them: it was firing already, or the clocks disagree");
        }
        else if (round.Masking(spells) is { } masking)
        {
            trial.Lacks($"{masking.Alert} was firing already when {what} began, so that it could not be raised by them: let it end, or tell in monitoring.symptoms which alerts belong to which symptom");
        }
        else if (round.Shared(spells, within) is { } shared)
        {
            trial.Lacks($"{shared.Alert} may stand for other symptoms as well, and {what} were not provoked alone");
        }
        else if (until < round.BeganAt + within - Grain)
        {
            trial.Lacks($"the watch for an alert ended after {Say.Seconds(until - round.BeganAt)}, of {Say.Seconds(within)}");
        }
        else if (evidence.AliveAfter(until) is not { } sign)
        {
            trial.Lacks($"no sign of life of the integration after {Say.At(until)}");
        }
        else if (trial.Journal.NotesNamed(NoteNames.IntegrationExited).FirstOrDefault(exit => exit.At >= round.BeganAt && exit.Number < sign) is { } exit)
        {
            // The sign of life came from another process.
            trial.Lacks($"the integration's process ended while an alert about {what} was waited for ({exit.Number})");
        }
        else
        {
            trial.Rest(sign);
            var late = spells.FirstOrDefault(spell => spell.SeenAt > round.BeganAt + within && spell.NamesOnly(round.Symptom));
            trial.Breach(
                $"{what} raise an alert within {Say.Seconds(within)}",
                late is null ? $"no alert about {what}{Others(spells, round, until)}" : $"{late.Alert} came {Say.Seconds(late.SeenAt - round.BeganAt)} after {what} began",
                next,
                late is null ? [] : [late.Number]);
        }
    }

    private static string Others(IReadOnlyList<AlertSpell> spells, SymptomRound round, TimeSpan until)
    {
        string[] others = [.. spells.Where(spell => spell.SeenAt >= round.BeganAt && spell.SeenAt <= until).Select(spell => spell.Alert).Distinct()];
        return others.Length == 0 ? $" in {Say.Seconds(until - round.BeganAt)}, nor any other" : $" in {Say.Seconds(until - round.BeganAt)}; there were {Say.List(others)}";
    }
}
