using System.Collections.Concurrent;
using System.Diagnostics;
using Readiness.Recording;
using Readiness.Reports;
using Readiness.Running;
using Readiness.Verdicts;

namespace Readiness.Toy.Tests;

/// <summary>A certification of the toy shop by processes of their own, with everything it left.</summary>
internal sealed record ToyCertification(int ExitCode, string Output, string Folder, RunResult Result, Journal Journal)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly ConcurrentDictionary<string, Lazy<Task<ToyCertification>>> Runs = new();

    public IReadOnlyList<(string Item, Verdict Verdict)> Verdicts => VerdictsOf(Result);

    /// <summary>The verdicts from the journal alone, read back from the disk.</summary>
    public IReadOnlyList<(string Item, Verdict Verdict)> JudgedAgain =>
        VerdictsOf(RunResults.From(Journal, new ToyProfile(), Result.Id, RunFactsNotes.Read(Journal.Run!), RunCause.Done));

    /// <summary>Certifies once for each switch; who asks again gets the same run.</summary>
    /// <param name="name">The shop's switch; empty for the shop as it should be.</param>
    public static Task<ToyCertification> Of(string name) => Runs.GetOrAdd(name, new Lazy<Task<ToyCertification>>(() => Run(name))).Value;

    private static async Task<ToyCertification> Run(string name)
    {
        // Beside the tests and not in a temporary folder, so that a failed test leaves something to look at and nothing piles up.
        var folder = Path.Combine(AppContext.BaseDirectory, "certifications", name.Length == 0 ? "as-it-should-be" : name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        var (exitCode, output) = await Launch(folder, name.Length == 0 ? ["certify"] : ["certify", name]);
        var reports = Path.Combine(folder, "reports");
        var latest = Path.Combine(reports, "latest");
        File.Exists(latest).ShouldBeTrue(output);
        var run = Path.Combine(reports, (await File.ReadAllTextAsync(latest)).Trim());
        var (result, journal) = ReportFolder.Read(run);
        return new ToyCertification(exitCode, output, run, result.ShouldNotBeNull(), journal);
    }

    /// <summary>Runs the toy's program to its end.</summary>
    public static Task<(int ExitCode, string Output)> Launch(string folder, params IEnumerable<string> arguments) =>
        Launch(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs the toy's program to its end, with some environment variables of its own.</summary>
    public static async Task<(int ExitCode, string Output)> Launch(string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Readiness.Toy.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Limit, TimeProvider.System);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            var told = await output + await error;
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, told);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the toy did not end within {Limit.TotalMinutes:0} minutes");
        }
    }

    private static IReadOnlyList<(string Item, Verdict Verdict)> VerdictsOf(RunResult result) => [.. result.Items.Select(item => (item.Item.Id.Value, item.Verdict))];
}
