using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readiness.Checklist;
using Readiness.Recording;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>Copies what people brought as evidence into the run's folder, and keeps in the journal what became of each file.</summary>
public static class EvidenceNotes
{
    // The configuration refused larger ones; a file may have grown since.
    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Copies every file, except those that hold a secret of this run: a report must never carry one out of the building.</summary>
    public static void Collect(RunContext context, RunFolder folder)
    {
        var declared = context.Configuration.Attestations.Select(pair => (pair.Key, pair.Value.Evidence)).Concat(context.Configuration.Waivers.Select(pair => (pair.Key, pair.Value.Evidence)));
        foreach (var (item, files) in declared)
        {
            for (var index = 0; index < files.Count; index++)
            {
                Collect(context, folder, item, files[index], index);
            }
        }
    }

    /// <summary>Copies one file that a person brought while the run went on, under the same rules.</summary>
    /// <returns>What became of it, in words.</returns>
    public static string Add(RunContext context, RunFolder folder, ItemId item, string path)
    {
        var before = Directory.Exists(Path.Combine(folder.Evidence, item.Value)) ? Directory.GetFiles(Path.Combine(folder.Evidence, item.Value)).Length : 0;
        Collect(context, folder, item, path, before);
        var note = context.Recorder.Snapshot().NotesNamed(NoteNames.Evidence).Last();
        return note["withheld"] is { } why ? $"The file was not kept: {why}." : $"Kept as {note["file"]}.";
    }

    /// <summary>The item with the files that were declared for it.</summary>
    public static ItemResult AddTo(ItemResult result, Journal journal)
    {
        EvidenceFile[] files =
        [
            .. journal.NotesNamed(NoteNames.Evidence).Where(note => note["item"] == result.Item.Id.Value).Select(note => new EvidenceFile(
                note["file"] ?? "", long.Parse(note["bytes"] ?? "0", CultureInfo.InvariantCulture), note["sha256"], note["withheld"])),
        ];
        return files.Length == 0 ? result : result with { EvidenceFiles = files };
    }

    private static void Collect(RunContext context, RunFolder folder, ItemId item, string path, int index)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                Note(context, item, name, 0, null, $"it has grown beyond {MostBytes / 1024 / 1024} MiB");
                return;
            }

            var content = File.ReadAllBytes(path);
            var digest = Convert.ToHexStringLower(SHA256.HashData(content));
            if (SecretsIn(content, context.Minted) is { Count: > 0 } secrets)
            {
                Note(context, item, name, content.Length, digest, $"it holds a secret of this run: {string.Join(", ", secrets)}");
                return;
            }

            // Two files of one item may bear the same name.
            var target = Path.Combine(folder.Evidence, item.Value, File.Exists(Path.Combine(folder.Evidence, item.Value, name)) ? $"{index + 1}-{name}" : name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
            Note(context, item, Path.GetRelativePath(folder.Path, target).Replace('\\', '/'), content.Length, digest, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Note(context, item, name, 0, null, $"it could not be copied: {fault.Message}");
        }
    }

    /// <summary>The names of the secrets that a file holds, in any encoding that a journal would be searched for, also in UTF-16. What is compressed is not looked into.</summary>
    public static IReadOnlyList<string> SecretsIn(byte[] content, MintedValues minted)
    {
        HashSet<string> found = [];
        var text = Encoding.Latin1.GetString(content);
        foreach (var reading in (string[])[text, text.Replace("\0", "", StringComparison.Ordinal)])
        {
            minted.Mask(reading, (value, _) =>
            {
                if (value.Kind == MintedKind.Secret)
                {
                    found.Add(value.Name);
                }
            });
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static void Note(RunContext context, ItemId item, string file, long bytes, string? digest, string? withheld) => context.Recorder.Note(
        NoteNames.Evidence,
        ("item", item.Value),
        ("file", file),
        ("bytes", bytes.ToString(CultureInfo.InvariantCulture)),
        ("sha256", digest),
        ("withheld", withheld));
}
