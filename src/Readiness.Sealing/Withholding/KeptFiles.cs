using System.Text;
using System.Text.Json;
using Readiness.Reports;
using Readiness.Sealing.Packages;

namespace Readiness.Sealing.Withholding;

/// <summary>Which of the files that show exchanges show none of those that are withheld.</summary>
internal static class KeptFiles
{
    /// <summary>Those that come out the same, byte for byte, when they are made from a journal without the exchanges. A file that cannot be shown to be free of them is not among them.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<PackageFile> files, IReadOnlyList<ReadOnlyMemory<byte>> journal, IReadOnlySet<int> withheld)
    {
        var scratch = Directory.CreateTempSubdirectory("readiness-withhold-");
        try
        {
            var runFile = files.Single(file => file.Name == ReportFolder.RunFile);
            File.WriteAllBytes(Path.Combine(scratch.FullName, ReportFolder.RunFile), runFile.Content.Span);
            File.WriteAllBytes(Path.Combine(scratch.FullName, ReportFolder.JournalFile), Without(journal, withheld));
            var (run, entries) = ReportFolder.Read(scratch.FullName);
            ReportWriter.Write(run!, entries, scratch.FullName);
            var made = RunFiles.Read(scratch.FullName).ToDictionary(file => file.Name, file => file.Sha256);
            return files.Where(file => made.GetValueOrDefault(file.Name) == file.Sha256).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is not (IOException or UnauthorizedAccessException))
        {
            // Reports of another version, or such that cannot be made without what is missing: then every file goes.
            return new HashSet<string>(StringComparer.Ordinal);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>The journal with an empty note in the place of each withheld line, so that the numbers of the others stay.</summary>
    private static byte[] Without(IReadOnlyList<ReadOnlyMemory<byte>> journal, IReadOnlySet<int> withheld)
    {
        using var all = new MemoryStream();
        var at = "0";
        for (var index = 0; index < journal.Count; index++)
        {
            if (withheld.Contains(index + 1))
            {
                all.Write(Encoding.UTF8.GetBytes($$"""{"kind":"note","name":"withheld","data":{},"number":{{index + 1}},"at":{{at}}}""" + "\n"));
                continue;
            }

            at = TimeOf(journal[index]) ?? at;
            all.Write(journal[index].Span);
        }

        return all.ToArray();
    }

    private static string? TimeOf(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.TryGetProperty("at", out var at) ? at.GetRawText() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
