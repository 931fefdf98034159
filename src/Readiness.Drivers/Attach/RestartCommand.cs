using System.ComponentModel;
using System.Diagnostics;
using Readiness.Drivers.Launch;

namespace Readiness.Drivers.Attach;

/// <summary>Runs the command that restarts a running integration, to its end.</summary>
/// <remarks>
/// What the command leaves running is not the harness's to end: it carries no mark of the harness, and it does not share a pipe with it. Such a
/// program would otherwise end with the harness, the first time that it writes a line.
/// </remarks>
/// <param name="scratch">A private folder for its output until that is cleaned.</param>
/// <param name="kept">The file that its cleaned output goes to, behind that of earlier runs.</param>
/// <param name="clean">Masks what must not be kept.</param>
public sealed class RestartCommand(string scratch, string kept, Func<string, string> clean)
{
    private const string Remedy = "read what it wrote in restart-output.txt, then try integration.attach.restart by hand: it has to end with exit code 0 once the integration was restarted";

    /// <summary>Runs it.</summary>
    /// <exception cref="LaunchException">It cannot be started, fails, or does not end in time.</exception>
    public async Task Run(RestartPlan plan, CancellationToken cancellation)
    {
        var raw = Path.Combine(scratch, $"restart-{Guid.NewGuid():N}.txt");
        using var output = new ProcessOutput(kept, (line, _) => clean(line));
        using var process = Start(plan, raw);
        if (OperatingSystem.IsWindows())
        {
            process.OutputDataReceived += (_, line) => output.Add(line.Data ?? "");
            process.ErrorDataReceived += (_, line) => output.Add(line.Data ?? "");
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(plan.Limit);
        try
        {
            await Ended(process).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Keep(raw, output);
            cancellation.ThrowIfCancellationRequested();
            throw new LaunchException($"the command that restarts the integration had not ended after {plan.Limit.TotalSeconds:0} s{Quoted(output)}", $"{Remedy}; integration.attach.restart.timeoutSeconds gives it more time");
        }

        Keep(raw, output);
        if (process.ExitCode != 0)
        {
            throw new LaunchException($"the command that restarts the integration ended with exit code {process.ExitCode}{Quoted(output)}", Remedy);
        }
    }

    private static Process Start(RestartPlan plan, string raw)
    {
        var start = new ProcessStartInfo(plan.Command) { WorkingDirectory = plan.WorkingDirectory, UseShellExecute = false, RedirectStandardInput = true };
        if (OperatingSystem.IsWindows())
        {
            start.RedirectStandardOutput = start.RedirectStandardError = true;
        }
        else
        {
            start.FileName = "/bin/sh";
            foreach (var part in (string[])["-c", "umask 077; exec \"$@\" >\"$0\" 2>&1", raw, plan.Command])
            {
                start.ArgumentList.Add(part);
            }
        }

        foreach (var argument in plan.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in plan.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove(OwnedProcesses.Variable);
        try
        {
            var process = Process.Start(start) ?? throw new LaunchException($"'{plan.Command}' did not start", Remedy);
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception fault)
        {
            throw new LaunchException(
                $"'{plan.Command}' cannot be started in {plan.WorkingDirectory}: {fault.Message}",
                "check integration.attach.restart.command and integration.attach.restart.workingDirectory; a command without a path is looked up in PATH");
        }
    }

    /// <summary>The end of the process itself, whoever still holds its output.</summary>
    private static Task Ended(Process process)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => ended.TrySetResult();
        process.EnableRaisingEvents = true;
        if (process.HasExited)
        {
            ended.TrySetResult();
        }

        return ended.Task;
    }

    private static void Keep(string raw, ProcessOutput output)
    {
        if (!File.Exists(raw))
        {
            return;
        }

        foreach (var line in File.ReadLines(raw))
        {
            output.Add(line);
        }

        File.Delete(raw);
    }

    private static string Quoted(ProcessOutput output) => output.LastLines.Count == 0 ? "; it wrote nothing" : "\nits last output:\n    " + string.Join("\n    ", output.LastLines);
}
