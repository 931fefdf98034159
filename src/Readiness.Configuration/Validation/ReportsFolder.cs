namespace Readiness.Configuration;

/// <summary>Whether reports can be written, found out before hours of work depend on it.</summary>
internal static class ReportsFolder
{
    /// <summary>Why a folder cannot be created or written, or null. Leaves nothing behind: only the folder that exists is written to, and cleaned.</summary>
    public static string? Fault(string folder)
    {
        try
        {
            var existing = new DirectoryInfo(folder);
            while (!existing.Exists)
            {
                if (File.Exists(existing.FullName)) return $"{existing.FullName} is a file";
                if (existing.Parent is null) return $"{existing.FullName} does not exist";
                existing = existing.Parent;
            }

            using var probe = new FileStream(
                Path.Combine(existing.FullName, $".readiness-{Guid.NewGuid():N}"),
                FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return e.Message;
        }
    }
}
