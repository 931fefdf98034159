using Readiness.Checks;
using Readiness.Checks.Alerts;
using Readiness.Monitoring;
using Readiness.Osigu.Checks.Monitoring;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;

namespace Readiness.Scenarios.Osigu.Monitoring;

/// <summary>Waits for alerts to come and to go.</summary>
public sealed class AlertDesk(OsiguScene scene, Receiver receiver)
{
    private bool settled;

    private static TimeSpan Within => OsiguScene.Run.Alerts!.Within;

    /// <summary>Sees the alerts.</summary>
    /// <exception cref="NotExercisedException">The configuration declares no way: a statement stands in.</exception>
    public AlertWatch See()
    {
        if (OsiguScene.Run.Alerts is { } alerts)
        {
            return alerts;
        }

        const string Reason = "monitoring.alerts declares no way to see alerts, so that none was seen";
        var item = scene.Stage.Info.Item.Value;
        if (OsiguScene.Recorder.Snapshot().NotesNamed(NoteNames.NotShown).All(note => note["item"] != item))
        {
            OsiguScene.Recorder.Note(NoteNames.NotShown, ("item", item), ("reason", Reason));
        }

        throw new NotExercisedException(Reason);
    }

    /// <summary>The rounds of a symptom in this scenario so far.</summary>
    public IReadOnlyList<SymptomRound> Rounds(string symptom) => SymptomRound.Of(Evidence(OsiguScene.Recorder.Snapshot()), symptom);

    /// <summary>Waits until an alert has come for each of these rounds, or the time is over in which it has to.</summary>
    /// <returns>True where one came for each.</returns>
    public Task<bool> Answered(IReadOnlyList<string> symptoms)
    {
        var rounds = symptoms.Select(symptom => Rounds(symptom)[^1]).ToArray();
        var left = rounds.Max(round => round.BeganAt) + Within - OsiguScene.Recorder.Now;
        return OsiguScene.Recorder.WaitUntil(
            journal =>
            {
                var spells = AlertHistory.Spells(journal);
                return rounds.All(round => round.Raised(spells, Within) is not null || IsAmbiguous(round, spells));
            },
            left,
            OsiguScene.Run.Context.Cancellation);
    }

    /// <summary>True where the symptom has to be provoked by itself: the alert that came, or was there already, may stand for others as well.</summary>
    public bool NeedsARoundOfItsOwn(string symptom)
    {
        var spells = AlertHistory.Spells(OsiguScene.Recorder.Snapshot());
        var round = Rounds(symptom)[^1];
        return round.Raised(spells, Within) is null && IsAmbiguous(round, spells);
    }

    /// <summary>Waits until nothing is firing that would keep an alert from being raised.</summary>
    /// <exception cref="NotExercisedException">Something is firing on and on.</exception>
    public async Task Quiet()
    {
        // A rule looks back over a span, and ends only when that has passed; so it may take as long as it took to come, and once more.
        var limit = Within * 2;
        var began = OsiguScene.Recorder.Now;
        while (StillFiring(OsiguScene.Recorder.Snapshot()) is { Count: > 0 } firing)
        {
            if (!settled && firing.Any(spell => spell.MayMean(SymptomNames.Stalls)))
            {
                await Settle();
                continue;
            }

            var left = began + limit - OsiguScene.Recorder.Now;
            if (left <= TimeSpan.Zero)
            {
                throw new NotExercisedException(
                    $"{string.Join(", ", firing.Select(spell => spell.Alert).Distinct())} {(firing.Count == 1 ? "was" : "were")} still firing {limit.TotalSeconds:0} s after everything was well: "
                    + "let alerts end, and have their end told, or tell in monitoring.symptoms which alerts belong to which symptom");
            }

            await OsiguScene.Run.Context.Wait("the alerts of earlier scenarios to end", OsiguScene.Recorder.WaitUntil(
                journal => StillFiring(journal).Count < firing.Count, left, OsiguScene.Run.Context.Cancellation));
        }
    }

    /// <summary>Has every decision delivered that earlier scenarios left open: work that waits for ever keeps its alert firing.</summary>
    public async Task Settle()
    {
        settled = true;
        await OsiguScene.Run.ReleaseHeldWork();
        await OsiguScene.Run.WatchToTheEnd();
        var heard = DecisionsHeard.Of(OsiguScene.Recorder.Snapshot());
        foreach (var (_, events) in OsiguScene.Sandbox.Decisions.DecideLeftOver().Where(request => request.Stimulus is null || !heard.Contains(request.Stimulus)))
        {
            foreach (var decision in events)
            {
                await receiver.Deliver(decision, WebhookManner.First);
            }
        }
    }

    /// <summary>True where an alert of the run so far may stand for several symptoms.</summary>
    public static bool AnyShared => AlertHistory.Spells(OsiguScene.Recorder.Snapshot()).Any(spell => spell.IsRelevant && spell.Names.Count != 1);

    private static List<AlertSpell> StillFiring(Journal journal)
    {
        var since = AlertHistory.FirstScenarioAt(journal);

        // What was firing before the run has nothing to do with it. Alerts that come one for each request do not keep another from coming.
        AlertSpell[] firing = [.. AlertHistory.Spells(journal).Where(spell => spell is { EndedAt: null, IsRelevant: true } && spell.SeenAt >= since && !spell.ClaimsToPrecede(TimeSpan.Zero))];
        return [.. firing.Where(spell => !spell.NamesOnly(SymptomNames.Stalls) || firing.Count(other => other.Alert == spell.Alert) == 1)];
    }

    private static bool IsAmbiguous(SymptomRound round, IReadOnlyList<AlertSpell> spells) =>
        round.Shared(spells, Within) is not null || round.Masking(spells) is { } masking && !masking.NamesOnly(round.Symptom);

    private ScenarioEvidence Evidence(Journal journal) => new(journal, scene.Stage.Id);
}
