using System.Globalization;
using System.Text;

namespace Readiness.EndToEnd.Tests.Processes;

/// <summary>The machine's processes, as far as these tests started them.</summary>
internal static class ProcessTable
{
    private const string Owner = "READINESS_OWNER=";

    /// <summary>What a harness process has started and what still runs of it, with children that left the process tree.</summary>
    public static IReadOnlyList<int> OwnedBy(int harness)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{Owner}{harness}:");
        return
        [
            .. Directory.EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id != 0 && Environment(id).Any(entry => entry.StartsWith(mark, StringComparison.Ordinal))),
        ];
    }

    /// <summary>A variable of a process; null where it has none, or is gone.</summary>
    public static string? Variable(int process, string name) =>
        Environment(process).FirstOrDefault(entry => entry.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..];

    /// <summary>The command line of a process; empty where it is gone.</summary>
    public static string CommandLine(int process) => string.Join(' ', Entries(process, "cmdline"));

    /// <summary>False for a process that ended, also where nobody has taken note of its end yet: then it has no environment any more.</summary>
    public static bool Runs(int process) => Environment(process).Length > 0;

    private static string[] Environment(int process) => Entries(process, "environ");

    private static string[] Entries(int process, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process}/{file}")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended, or is another user's.
            return [];
        }
    }
}
