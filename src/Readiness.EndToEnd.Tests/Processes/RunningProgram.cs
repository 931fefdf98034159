using System.Diagnostics;
using System.Globalization;

namespace Readiness.EndToEnd.Tests.Processes;

/// <summary>A program that runs, what it has written so far, and its end.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    /// <summary>Generous: other work may keep the machine busy. Nothing waits that long where all is well.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        Id = process.Id;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    public int Id { get; }

    /// <summary>Everything it has written so far, to standard output and error.</summary>
    public string Output
    {
        get
        {
            lock (gate)
            {
                return string.Join('\n', lines);
            }
        }
    }

    /// <summary>Starts <c>readiness</c> in a folder.</summary>
    public static RunningProgram Readiness(string folder, params IEnumerable<string> arguments) => Dotnet(folder, [], [Built.Readiness, .. arguments]);

    /// <summary>Starts <c>readiness</c> as a shell does that reads a line of a page.</summary>
    /// <param name="arguments">As they are written behind the program's name.</param>
    public static RunningProgram ReadinessInShell(string folder, string arguments, params IEnumerable<(string Name, string Value)> environment) =>
        Start(folder, environment, ["bash", "-c", $"exec \"$0\" \"$1\" {arguments}", Built.Dotnet, Built.Readiness]);

    /// <summary>Starts the .NET host in a folder.</summary>
    public static RunningProgram Dotnet(string folder, IEnumerable<(string Name, string Value)> environment, params IEnumerable<string> arguments) =>
        Start(folder, environment, [Built.Dotnet, .. arguments]);

    private static RunningProgram Start(string folder, IEnumerable<(string Name, string Value)> environment, IEnumerable<string> program)
    {
        // A shell makes what it starts in the background ignore SIGINT, and that is inherited: a program under test has to hear it however the tests were started.
        IEnumerable<string> command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,TERM", .. program] : [.. program];
        var start = new ProcessStartInfo(command.First(), command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What a build or a test host around these tests has set is none of the program's business.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("READINESS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(start);
    }

    /// <summary>Waits for a line that holds a text, also one that was written before.</summary>
    public async Task<string> Line(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task more;
            lock (gate)
            {
                if (lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
                {
                    return found;
                }

                more = written.Task;
            }

            try
            {
                await Task.WhenAny(more, process.WaitForExitAsync(patience.Token)).WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new AssertionException($"no line with '{text}' came. Output so far:\n{Output}");
            }

            if (process.HasExited && !more.IsCompleted && !Output.Contains(text, StringComparison.Ordinal))
            {
                throw new AssertionException($"the program ended with exit code {process.ExitCode} before a line with '{text}' came. Its output:\n{Output}");
            }
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Exit()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new AssertionException($"the program did not end. Output so far:\n{Output}");
        }

        return process.ExitCode;
    }

    /// <summary>Sends a signal by its name, such as <c>INT</c>.</summary>
    public Task Signal(string name) => Signals.Send(name, Id);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Signals.Send("KILL", Id);
            await process.WaitForExitAsync();
        }

        // A test that failed half-way must not leave an integration behind; one that passed has proven that none is left.
        foreach (var left in ProcessTable.OwnedBy(Id))
        {
            await Signals.Send("KILL", left);
        }

        process.Dispose();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"process {Id}");

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (gate)
        {
            lines.Add(line);
            written.SetResult();
            written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
