using System.Diagnostics;
using System.Reflection;
using Readiness.Verdicts;

namespace Readiness.Osigu.Matrix.Tests;

/// <summary>The bundled sample, certified by the command line as a user would, in a folder of its own.</summary>
internal sealed record CertifiedSample(RunResult Run, string Folder, int ExitCode, string Output) : IDisposable
{
    // Ten times what it takes on an idle machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly string Cli =
        typeof(CertifiedSample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Cli").Value!;

    public IEnumerable<string> Failed => With(Verdict.Failed);

    public IEnumerable<string> Undecided => With(Verdict.Inconclusive).Concat(With(Verdict.NotRun));

    public static async Task<CertifiedSample> With(string? name)
    {
        var folder = Directory.CreateTempSubdirectory("matrix-").FullName;
        var (code, output) = await Start(folder, ["certify", "--set", "reports.allure=false", .. name is null ? Array.Empty<string>() : ["--sample-switch", name]]);
        var latest = Path.Combine(folder, "reports", "latest");
        File.Exists(latest).ShouldBeTrue(output);
        var run = Path.Combine(folder, "reports", (await File.ReadAllTextAsync(latest)).Trim());
        return new CertifiedSample(RunFormat.Read(await File.ReadAllBytesAsync(Path.Combine(run, "run.json"))), run, code, output);
    }

    /// <summary>Judges the journal again in a fresh process. Exit code 5 tells of a verdict that differs.</summary>
    public async Task<(int ExitCode, string Output)> JudgedAgain() => await Start(Path.GetDirectoryName(Folder)!, ["judge", Folder]);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(Folder))!, recursive: true);

    private IEnumerable<string> With(Verdict verdict) => Run.Items.Where(item => item.Verdict == verdict).Select(item => item.Item.Id.Value).Order();

    private static async Task<(int ExitCode, string Output)> Start(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Cli, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await error);
    }
}
