using System.ComponentModel;
using System.Diagnostics;

namespace Readiness.Drivers.Launch;

/// <summary>The launched process from one start to its end: what it reads and what it writes.</summary>
internal sealed class RunningProcess
{
    // The last lines of a process that is gone may still be in the pipe.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly string mark;
    private readonly ProcessInput input;
    private readonly ProcessOutput output;
    private readonly TimeProvider clock;
    private readonly Task written;
    private readonly Lock gate = new();
    private IProcessListener? listener;
    private string? over;

    /// <param name="mark">What it and everything that it starts carries; see <see cref="OwnedProcesses"/>.</param>
    public RunningProcess(Process process, string mark, ProcessOutput output, IProcessListener? listener, TimeProvider clock)
    {
        this.process = process;
        this.mark = mark;
        this.output = output;
        this.listener = listener;
        this.clock = clock;
        input = new ProcessInput(process.StandardInput.BaseStream);
        var answers = Keep(process.StandardOutput.BaseStream, answers: true);
        written = Task.WhenAll(answers, Keep(process.StandardError.BaseStream, answers: false));
        _ = Watch(answers);
    }

    /// <summary>Null while it runs.</summary>
    public int? ExitedWith => process.HasExited ? process.ExitCode : null;

    /// <summary>From now on it hears what the process writes.</summary>
    public void Listen(IProcessListener to)
    {
        lock (gate)
        {
            listener = to;
        }
    }

    /// <summary>Puts a line on its way; refused at once where no answer can come any more.</summary>
    public void Write(InputLine line)
    {
        if (over is { } how)
        {
            line.Refuse(how);
        }
        else
        {
            input.Write(line);
        }
    }

    /// <summary>Waits until what it wrote before it ended is kept, or a second has passed.</summary>
    public Task Drain() => Within(LastWords, written);

    /// <summary>Ends it, with everything it started.</summary>
    public async Task End()
    {
        Told("the process was ended");
        input.Close();
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime.
        }

        OwnedProcesses.EndMarked(mark);

        // A grandchild may still hold its output open; the process itself was killed.
        await Within(EndLimit, Task.WhenAll(process.WaitForExitAsync(), written));
        process.Dispose();
    }

    // A thread of its own waits for what comes, so that a pool that is busy delays no answer.
    private Task Keep(Stream stream, bool answers) => Task.Factory.StartNew(
        () =>
        {
            using (stream)
            {
                foreach (var line in new LineReader(stream, AnswerReader.LargestAnswer).Lines())
                {
                    if (!answers || listener?.Takes(line) != true)
                    {
                        output.Add(line);
                    }
                }
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private async Task Watch(Task answers)
    {
        var exit = process.WaitForExitAsync();
        await Task.WhenAny(exit, answers);
        await Within(LastWords, Task.WhenAll(exit, answers.ContinueWith(static _ => { }, TaskScheduler.Default)));
        Told(answers.IsFaulted ? $"the harness could not keep what the process writes ({answers.Exception.GetBaseException().Message})" : exit.IsCompletedSuccessfully && ExitCode() is { } code ? $"the process ended with exit code {code}" : "the process closed its standard output");
    }

    private int? ExitCode()
    {
        try
        {
            return ExitedWith;
        }
        catch (InvalidOperationException)
        {
            // It was ended and let go in the meantime.
            return null;
        }
    }

    private void Told(string how)
    {
        IProcessListener? told;
        lock (gate)
        {
            told = over is null ? listener : null;
            over ??= how;
            listener = null;
        }

        told?.Ended(how);
    }

    private async Task Within(TimeSpan limit, Task end)
    {
        try
        {
            await end.WaitAsync(limit, clock);
        }
        catch (TimeoutException)
        {
            // What came is enough.
        }
    }
}
