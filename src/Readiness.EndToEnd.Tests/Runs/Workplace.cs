using System.Text.Json.Nodes;

namespace Readiness.EndToEnd.Tests.Runs;

/// <summary>A folder of its own, in which a user would stand.</summary>
internal sealed class Workplace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("readiness-e2e-").FullName;

    /// <summary>The run folders, oldest first.</summary>
    public IReadOnlyList<RunOnDisk> Runs =>
        Directory.Exists(Path.Combine(Folder, "reports"))
            ? [.. Directory.EnumerateDirectories(Path.Combine(Folder, "reports")).Order(StringComparer.Ordinal).Select(folder => new RunOnDisk(folder))]
            : [];

    /// <summary>The only run.</summary>
    public RunOnDisk Run => Runs.Count == 1 ? Runs[0] : throw new AssertionException($"{Runs.Count} runs are in {Folder}");

    public void Configure(JsonObject configuration) => Write("readiness.json", configuration.ToJsonString());

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
