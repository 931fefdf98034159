using System.Diagnostics;

namespace Readiness.Secrets.Sources;

/// <summary>One command of git that runs; ended where it is left before its end.</summary>
internal sealed class GitProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> complaint;

    public GitProcess(Process process)
    {
        this.process = process;
        // Read all the while: a pipe that is full would stop git.
        complaint = process.StandardError.ReadToEndAsync();
    }

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>Everything it answers to nothing, until its end.</summary>
    /// <exception cref="GitException">It reports a fault.</exception>
    public async Task<string> All(CancellationToken cancellation)
    {
        process.StandardInput.Close();
        var text = await process.StandardOutput.ReadToEndAsync(cancellation);
        await End(cancellation);
        return text;
    }

    /// <summary>Waits for its end.</summary>
    /// <exception cref="GitException">It reports a fault.</exception>
    public async Task End(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        var told = (await complaint).Trim();
        if (process.ExitCode != 0)
        {
            throw new GitException(told.Length > 0 ? told.Split('\n')[0] : $"git ended with exit code {process.ExitCode}");
        }
    }

    public void Dispose()
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
        catch (InvalidOperationException)
        {
            // It ended at that very moment.
        }

        process.Dispose();
    }
}
