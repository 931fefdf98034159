using System.Globalization;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>What a search for secrets noted.</summary>
/// <param name="Searched">What was looked at and what was not.</param>
/// <param name="Found">Each secret that stands where it must not.</param>
internal sealed record SecretNotes(Note Searched, IReadOnlyList<Note> Found)
{
    /// <summary>The search of that kind; null where none ended, which is noted as missing.</summary>
    /// <param name="where"><c>files</c> or <c>output</c>.</param>
    /// <param name="what">In words, such as <c>the declared folders</c>.</param>
    public static SecretNotes? Of(Trial trial, string where, string what)
    {
        Note[] found = [.. trial.Journal.NotesNamed(NoteNames.SecretFound).Where(note => note["where"] == where)];
        if (trial.Journal.NotesNamed(NoteNames.SecretsSearched).LastOrDefault(note => note["where"] == where) is { } searched)
        {
            return new SecretNotes(searched, found);
        }

        trial.Lacks($"{what} were not searched to the end");
        return null;
    }

    public long this[string key] => long.TryParse(Searched[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Each finding is a breach: where it stands and what it is, never its value.</summary>
    public void Judge(Trial trial, string expected)
    {
        foreach (var one in Found.GroupBy(note => (note["rule"], note["secret"], note["fingerprint"])))
        {
            var first = one.First();
            var name = first["secret"] ?? first["key"];
            trial.Breach(
                expected,
                $"{first["title"]} ({first["rule"]}{(name is null ? "" : $", {name}")}{(first["fingerprint"] is { } print ? $", fingerprint {print}" : "")}) at {Places(one)}",
                first["mend"] ?? "",
                one.Select(note => note.Number));
        }

        if (Found.Count == 0 && this["findings"] > 0)
        {
            trial.Breach(expected, $"{this["findings"]} secrets, of which none was listed", "run 'readiness secrets' over the same folders");
        }
    }

    private static string Places(IEnumerable<Note> notes)
    {
        Note[] all = [.. notes];
        var more = all.Select(note => long.TryParse(note["places"], NumberStyles.None, CultureInfo.InvariantCulture, out var places) ? places - 1 : 0).Sum();
        return Say.List(all.Select(note => note["place"] ?? "a place that was not noted")) + (more > 0 ? $" and {more} more" : "");
    }
}
