using System.Globalization;
using Readiness.Recording;

namespace Readiness.Running;

/// <summary>Masks what the integration writes before it is kept, and notes each secret of this run that stood in it.</summary>
/// <param name="file">The name of the file that the lines are kept in.</param>
internal sealed class OutputWatch(JournalRecorder recorder, string file)
{
    // A program that logs a secret logs it with every request; the first few say all there is to say.
    private const int MostPlaces = 3;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The line without secrets. Not called by two threads at once.</summary>
    public string Clean(string line, int number) => recorder.Minted.Mask(line, (value, encoding) =>
    {
        if (value.Kind != MintedKind.Secret)
        {
            return;
        }

        var times = seen[value.Name] = seen.GetValueOrDefault(value.Name) + 1;
        if (times <= MostPlaces)
        {
            recorder.Note(
                NoteNames.SecretFound,
                ("where", "output"),
                ("rule", "known-secret"),
                ("title", $"a secret of this run ({encoding})"),
                ("secret", value.Name),
                ("place", string.Create(CultureInfo.InvariantCulture, $"{file}:{number}")),
                ("mend", "keep requests, headers and settings out of the log, or have the logger mask them"));
        }
    });
}
