using System.Diagnostics;
using System.Text;
using Readiness.EndToEnd.Tests.Processes;

namespace Readiness.EndToEnd.Tests.Manual;

/// <summary>The harness as a person sees it on a terminal, or as a log shows it where there is none.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process process;
    private readonly StringBuilder shown = new();
    private readonly char[] buffer = new char[4096];
    private int at;

    private Screen(ProcessStartInfo start, bool terminal)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        process = Process.Start(start)!;
        if (!terminal)
        {
            process.StandardInput.Close();
        }
    }

    /// <summary>Everything so far.</summary>
    public string Shown => shown.ToString();

    /// <summary>Starts <c>readiness</c> in a terminal of its own.</summary>
    public static Screen Terminal(string folder, params string[] arguments)
    {
        var command = string.Join(' ', ((string[])[Built.Dotnet, Built.Readiness, .. arguments]).Select(word => $"'{word}'"));
        return new Screen(new ProcessStartInfo("script", ["-qfec", command, "/dev/null"]) { WorkingDirectory = folder }, terminal: true);
    }

    /// <summary>Starts <c>readiness</c> where nobody types.</summary>
    public static Screen Log(string folder, params string[] arguments) =>
        new(new ProcessStartInfo(Built.Dotnet, [Built.Readiness, .. arguments]) { WorkingDirectory = folder }, terminal: false);

    /// <summary>Reads on until one of these texts came, itself included.</summary>
    /// <returns>What came; null where the program ended before.</returns>
    public async Task<string?> Next(params string[] ends)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var text = shown.ToString(at, shown.Length - at);
            var found = ends.Select(end => (Start: text.IndexOf(end, StringComparison.Ordinal), end.Length)).Where(one => one.Start >= 0).ToArray();
            if (found.Length > 0)
            {
                var (start, length) = found.Min();
                at += start + length;
                return text[..(start + length)];
            }

            int read;
            try
            {
                read = await process.StandardOutput.ReadAsync(buffer, patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new AssertionException($"none of '{string.Join("', '", ends)}' came. So far:\n{Shown}");
            }

            if (read == 0)
            {
                return null;
            }

            shown.Append(new string(buffer, 0, read).Replace("\r", "", StringComparison.Ordinal));
        }
    }

    /// <summary>Types a line.</summary>
    public async Task Type(string line)
    {
        await process.StandardInput.WriteAsync(line + "\n");
        await process.StandardInput.FlushAsync();
    }

    public async Task<int> Exit()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await Next("\0") is not null)
        {
            // Read to the end.
        }

        await process.WaitForExitAsync(patience.Token);
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
}
