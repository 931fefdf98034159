namespace Readiness.Osigu.Tests.Monitoring;

/// <summary>Lines about alerts, and about what has to raise them.</summary>
internal static class AlertJournal
{
    extension(JournalBuilder journal)
    {
        /// <summary>A run in which alerts can be seen, and have to come within 20 s.</summary>
        public JournalBuilder Declared() => journal.Note(NoteNames.AlertsDeclared, 0.1, ("way", "sink"), ("within", "20"));

        /// <param name="began">When it began by the sender's clock.</param>
        /// <param name="ended">When it was told as resolved; null while it fires.</param>
        public JournalBuilder Alert(string name, double at, string names = "", string perhaps = "", double? began = null, double? ended = null, string? spell = null)
        {
            (string, string)[] data = [("alert", name), ("spell", spell ?? $"{name} {at}"), ("names", names), ("perhaps", perhaps)];
            journal.Note(NoteNames.Alert, at, [.. data, ("status", "firing"), .. began is null ? Array.Empty<(string, string)>() : [("began", $"{began}")]]);
            return ended is { } end ? journal.Note(NoteNames.Alert, end, [.. data, ("status", "resolved")]) : journal;
        }

        /// <summary>An alert that names no symptom.</summary>
        public JournalBuilder UnnamedAlert(string name, double at, double? ended = null) =>
            journal.Alert(name, at, perhaps: "tokenFailures,webhookErrors,stalls", ended: ended);

        public JournalBuilder Symptom(string symptom, string stimulus, double began, double? ended, bool alone = false)
        {
            journal.Note(OsiguNotes.SymptomBegan, began, ("symptom", symptom), ("stimulus", stimulus), ("alone", alone ? "true" : "false"));
            return ended is { } end ? journal.Note(OsiguNotes.SymptomEnded, end, ("symptom", symptom), ("stimulus", stimulus)) : journal;
        }
    }
}
