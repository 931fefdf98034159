using System.Diagnostics;
using System.Globalization;
using Readiness.Secrets;

namespace Readiness.Benchmarks.Secrets;

/// <summary>A whole scan of one tree, beside secretlint's with its recommended rules, in turns.</summary>
internal static class TreeComparison
{
    /// <returns>A table of Markdown.</returns>
    public static async Task<string> Measure(GeneratedTree tree, DirectoryInfo? secretlint, int rounds, CancellationToken cancellation)
    {
        List<double> own = [];
        List<double> other = [];
        var (ownFound, otherFound) = (0, 0);
        for (var round = 1; round <= rounds; round++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var report = await SecretScan.RunAsync(new ScanRequest { Roots = [tree.Folder], BaseFolder = tree.Folder, History = false }, null, cancellation);
            own.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);
            ownFound = report.Findings.Count;
            if (secretlint is not null)
            {
                var (seconds, found) = await Secretlint(tree, secretlint, cancellation);
                other.Add(seconds);
                otherFound = found;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}  readiness {own[^1]:0.0} s, {ownFound} found; secretlint {(other.Count > 0 ? other[^1] : 0):0.0} s, {otherFound} found"));
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{rounds} alternating rounds over {tree.Files} files ({tree.Megabytes:0} MB), {tree.Planted} secrets planted; secretlint as a process of its own, with its start; readiness within this process.\n\n| scanner | s (median) | MB/s | found | ratio of time |\n|---|---|---|---|---|\n");
        text += Row("readiness secrets", own, ownFound);
        return other.Count > 0 ? text + Row("secretlint, recommended rules", other, otherFound) : text;

        string Row(string name, List<double> seconds, int found) => string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {Median(seconds):0.00} | {tree.Megabytes / Median(seconds):0.0} | {found} | {Median(seconds) / Median(own):0.00} |\n");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static async Task<(double Seconds, int Found)> Secretlint(GeneratedTree tree, DirectoryInfo folder, CancellationToken cancellation)
    {
        var configuration = Path.Combine(folder.FullName, "secretlintrc.json");
        await File.WriteAllTextAsync(configuration, """{ "rules": [ { "id": "@secretlint/secretlint-rule-preset-recommend" } ] }""", cancellation);
        var began = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(
            Path.Combine(folder.FullName, "node_modules", ".bin", "secretlint"), ["--secretlintrc", configuration, "--format", "unix", "--no-color", $"{tree.Folder.Replace('\\', '/')}/**/*"])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        if (process.ExitCode is not 0 and not 1)
        {
            throw new InvalidOperationException($"secretlint ended with exit code {process.ExitCode}");
        }

        return (seconds, output.Split("[Error/").Length - 1);
    }
}
