namespace Readiness.Cli;

/// <summary>The path of a run, as people write it.</summary>
internal static class RunPath
{
    // A run's name is shorter, and a package is longer.
    private const int LongestName = 200;

    /// <summary>The folder that <c>reports/latest</c> names, where that file is meant; any other path as it is.</summary>
    public static string Of(string written) =>
        Path.GetFileName(written) == "latest" && new FileInfo(written) is { Exists: true, Length: <= LongestName } && File.ReadAllText(written).Trim() is { Length: > 0 } name
        && Path.Combine(Path.GetDirectoryName(written) ?? "", Path.GetFileName(name)) is var folder && Directory.Exists(folder) ? folder : written;
}
