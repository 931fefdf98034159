using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>When a secret was replaced in a scenario, and when the old one counted no more.</summary>
/// <param name="From">The new secret was handed over; both count.</param>
/// <param name="Retired">Only the new one counts.</param>
/// <param name="Until">The trial is over.</param>
/// <param name="Channel">How the new secret reached the integration, as declared.</param>
internal sealed record RotationTrial(TimeSpan From, TimeSpan Retired, TimeSpan Until, string Channel)
{
    /// <summary>The scenario's trial of that secret; null where it did not get as far as retiring the old one, which is noted as missing.</summary>
    /// <param name="secret"><c>client.secret</c> or <c>webhook.secret</c>.</param>
    public static RotationTrial? Of(Trial trial, ScenarioEvidence evidence, string secret)
    {
        var rotated = Find(evidence, NoteNames.SecretRotated, secret);
        var retired = Find(evidence, NoteNames.SecretRetired, secret);
        if (rotated is null || retired is null)
        {
            trial.Lacks(rotated is null ? "no secret was replaced" : "the secret was replaced, and the old one still counted when the scenario ended");
            return null;
        }

        var over = Find(evidence, NoteNames.SecretReadmitted, secret)?.At ?? evidence.Journal.End;
        trial.Watched(rotated.At, over);
        return new RotationTrial(rotated.At, retired.At, over, rotated["channel"] ?? "");
    }

    private static Note? Find(ScenarioEvidence evidence, string name, string secret) =>
        evidence.Journal.NotesNamed(name).FirstOrDefault(note => note["secret"] == secret && evidence.Covers(note.At));
}
