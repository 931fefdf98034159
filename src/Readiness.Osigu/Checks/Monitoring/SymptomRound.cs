using Readiness.Checks;
using Readiness.Checks.Alerts;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Monitoring;

/// <summary>One time that a symptom was provoked.</summary>
/// <param name="Alone">True where nothing else went wrong meanwhile, so that an alert which names no symptom stands for this one.</param>
/// <param name="EndedAt">Null while it lasts.</param>
public sealed record SymptomRound(string Symptom, string Stimulus, bool Alone, TimeSpan BeganAt, TimeSpan? EndedAt)
{
    /// <summary>The rounds of a symptom in one scenario, oldest first.</summary>
    public static IReadOnlyList<SymptomRound> Of(ScenarioEvidence evidence, string symptom)
    {
        var ends = evidence.Journal.NotesNamed(OsiguNotes.SymptomEnded).ToLookup(note => note["stimulus"] ?? "", note => note.At);
        return
        [
            .. evidence.Journal.NotesNamed(OsiguNotes.SymptomBegan)
                .Where(note => note["symptom"] == symptom && evidence.Covers(note.At))
                .Select(note => new SymptomRound(symptom, note["stimulus"] ?? "", note["alone"] == "true", note.At, ends[note["stimulus"] ?? ""].Select(end => (TimeSpan?)end).FirstOrDefault())),
        ];
    }

    /// <summary>The first alert that this round raised in time, without any doubt; null where there is none.</summary>
    /// <remarks>One that was firing already counts only where it fires again, and one that may stand for several symptoms only where this one was alone.</remarks>
    public AlertSpell? Raised(IEnumerable<AlertSpell> spells, TimeSpan within) =>
        spells.FirstOrDefault(spell => IsTimely(spell, within) && !spell.ClaimsToPrecede(BeganAt) && (Alone ? spell.MayMean(Symptom) : spell.NamesOnly(Symptom)));

    /// <summary>The first alert in time that may stand for this symptom, or for another one that was provoked meanwhile.</summary>
    public AlertSpell? Shared(IEnumerable<AlertSpell> spells, TimeSpan within) =>
        spells.FirstOrDefault(spell => IsTimely(spell, within) && !spell.ClaimsToPrecede(BeganAt) && spell.MayMean(Symptom) && !spell.NamesOnly(Symptom));

    /// <summary>An alert that may stand for this symptom and was firing when the round began, so that it could not be raised by it; null where there is none.</summary>
    public AlertSpell? Masking(IEnumerable<AlertSpell> spells) =>
        spells.FirstOrDefault(spell => spell.SeenAt < BeganAt && spell.IsFiringAt(BeganAt) && spell.MayMean(Symptom));

    internal bool IsTimely(AlertSpell spell, TimeSpan within) => spell.SeenAt >= BeganAt && spell.SeenAt <= BeganAt + within;
}
