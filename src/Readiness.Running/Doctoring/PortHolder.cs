using System.Globalization;

namespace Readiness.Running.Doctoring;

/// <summary>The process that listens on a port of this machine.</summary>
/// <param name="Id">Its process id.</param>
/// <param name="Name">The name of its program.</param>
internal sealed record PortHolder(int Id, string Name)
{
    private const string Listening = "0A";

    /// <summary>Null where it cannot be told: it is another user's, or the system has no such list.</summary>
    public static PortHolder? Find(int port)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var sockets = ((string[])["/proc/net/tcp", "/proc/net/tcp6"]).SelectMany(table => Sockets(table, port)).Select(inode => $"socket:[{inode}]").ToHashSet(StringComparer.Ordinal);
        return sockets.Count == 0 ? null : Directory.EnumerateDirectories("/proc").Select(folder => Holding(folder, sockets)).FirstOrDefault(holder => holder is not null);
    }

    /// <summary>The inodes of the sockets that listen there.</summary>
    private static IEnumerable<string> Sockets(string table, int port)
    {
        // proc(5): sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode
        var ending = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return Lines(table).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[1].EndsWith(ending, StringComparison.Ordinal) && fields[3] == Listening)
            .Select(fields => fields[9]);
    }

    private static PortHolder? Holding(string folder, HashSet<string> sockets)
    {
        if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        try
        {
            return Directory.EnumerateFileSystemEntries(Path.Combine(folder, "fd")).Any(descriptor => new FileInfo(descriptor).LinkTarget is { } target && sockets.Contains(target))
                ? new PortHolder(id, Lines(Path.Combine(folder, "comm")).FirstOrDefault() ?? "unknown")
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone.
            return null;
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
