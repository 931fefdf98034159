using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Running;

/// <summary>What the partner declared as not used, held against what was seen.</summary>
internal static class Declarations
{
    /// <summary>Why the run has to end: a capability was declared as not used, and the traffic shows its use. A fault of the configuration, never a verdict.</summary>
    /// <returns>Null where nothing contradicts.</returns>
    public static RunCause? Contradicted(Journal journal, IReadOnlyList<CapabilityUse> uses)
    {
        string[] contradictions =
        [
            .. journal.NotesNamed(NoteNames.CapabilityAbsent)
                .Select(note => (Note: note, Call: uses.FirstOrDefault(use => use.Capability == note["capability"])?.Seen(journal)))
                .Where(pair => pair.Call is not null)
                .Select(pair => Told(pair.Note, pair.Call!)),
        ];
        return contradictions.Length == 0 ? null : new RunCause(RunCause.Configuration, string.Join("; ", contradictions), Verdicts.ExitCode.Usage);
    }

    private static string Told(Note declared, Exchange call) =>
        $"capabilities.{declared["capability"]} is declared as not used ({declared["reason"]}), and the integration uses it: exchange {call.Number}, {call.Request.Method} {call.Request.Target}. "
        + $"Next: take capabilities.{declared["capability"]} out of the configuration, so that its items are judged, or keep the integration from making this call";
}
