using System.ComponentModel;
using System.Diagnostics;

namespace Readiness.Reports.Allure;

/// <summary>One run of a tool, with a limit, its whole process tree ended where it is passed.</summary>
internal static class ToolProcess
{
    /// <exception cref="AllureToolException">It cannot be started, does not end in time, or fails; the message has its last line.</exception>
    public static async Task<string> Run(string file, IEnumerable<string> arguments, string folder, TimeSpan limit, TimeProvider clock, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Start(start);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var error = process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0
                ? await output
                : throw new AllureToolException($"{Path.GetFileName(file)} ended with {process.ExitCode}: {LastWords(await error, await output)}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new AllureToolException($"{Path.GetFileName(file)} did not end within {Durations.Short(limit)}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new AllureToolException($"{start.FileName} was not found; install Node.js 20 or later with npm, and run 'readiness report'");
        }
    }

    private static string LastWords(params string[] outputs) =>
        outputs.Select(output => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(line => !line.Contains("A complete log of this run", StringComparison.Ordinal)))
            .FirstOrDefault(line => line is not null) ?? "no output";
}
