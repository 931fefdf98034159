using System.Globalization;
using Readiness.Secrets;

namespace Readiness.Cli;

/// <summary>Tells how far a long scan is: on a terminal in one line that is written over, elsewhere in a line now and then.</summary>
internal sealed class ScanProgressLine(TextWriter output, bool redirected, TimeProvider clock) : IProgress<ScanProgress>, IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    private readonly TimeSpan between = redirected ? TimeSpan.FromSeconds(15) : TimeSpan.FromMilliseconds(300);
    private readonly Lock gate = new();
    private readonly long began = clock.GetTimestamp();
    private TimeSpan last = Quiet;
    private int width;
    private bool ended;

    public void Report(ScanProgress value)
    {
        lock (gate)
        {
            var now = clock.GetElapsedTime(began);
            if (ended || now < last)
            {
                return;
            }

            last = now + between;
            var history = value.ObjectsInAll == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {value.Objects} of {value.ObjectsInAll} objects of git");
            var line = string.Create(CultureInfo.InvariantCulture, $"{now:m\\:ss}  {value.Files} files{history}, {value.Bytes >> 20} MB, {value.Findings} found");
            output.Write(redirected ? $"{line}\n" : $"\r{line.PadRight(width)}");
            width = line.Length;
        }
    }

    /// <summary>Takes the line away. May be called again.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (!ended && !redirected && width > 0)
            {
                output.Write($"\r{new string(' ', width)}\r");
            }

            ended = true;
        }
    }
}
