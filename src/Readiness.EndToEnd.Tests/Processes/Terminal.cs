using System.Diagnostics;
using System.Text;

namespace Readiness.EndToEnd.Tests.Processes;

/// <summary>A person's terminal with <c>readiness</c> in it: <c>script</c> gives it one of its own.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly StringBuilder shown = new();
    private readonly Task reading;
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Terminal(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        reading = Read();
    }

    /// <summary>What stands on the screen.</summary>
    public string Screen
    {
        get
        {
            lock (shown)
            {
                return shown.ToString().ReplaceLineEndings("\n");
            }
        }
    }

    /// <summary>Opens one in a folder.</summary>
    public static Terminal Readiness(string folder, string arguments)
    {
        var start = new ProcessStartInfo("script", ["--quiet", "--return", "--command", $"exec env --default-signal=INT,TERM '{Built.Dotnet}' '{Built.Readiness}' {arguments}", "/dev/null"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new Terminal(start);
    }

    /// <summary>Waits until a text stands on the screen.</summary>
    public async Task Shows(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (shown)
            {
                next = more.Task;
            }

            if (Screen.Contains(text, StringComparison.Ordinal)) return;
            if (reading.IsCompleted) throw new AssertionException($"the program ended before '{text}' was shown. The screen:\n{Screen}");
            try
            {
                await Task.WhenAny(next, reading).WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new AssertionException($"'{text}' was not shown. The screen:\n{Screen}");
            }
        }
    }

    /// <summary>Waits for a question, then types the answer and Enter.</summary>
    public async Task Answer(string question, string answer)
    {
        await Shows(question);
        await Type($"{answer}\n");
    }

    public async Task Type(string keys)
    {
        await process.StandardInput.WriteAsync(keys);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the program's end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Exit()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        await reading;
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task Read()
    {
        var buffer = new char[1024];
        while (await process.StandardOutput.ReadAsync(buffer) is > 0 and var read)
        {
            lock (shown)
            {
                shown.Append(buffer, 0, read);
                more.SetResult();
                more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
