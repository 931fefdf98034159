using Readiness.Reports.Terminal;
using Readiness.Verdicts;

namespace Readiness.Running.Progress;

/// <summary>Tells the run line by line: readable on a terminal, in a CI log, and without colour.</summary>
public sealed class TerminalProgress(TextWriter output, Paint paint, TimeProvider clock) : IRunProgress
{
    private readonly ConsoleReport report = new(paint);
    private readonly long began = clock.GetTimestamp();
    private readonly Lock gate = new();
    private readonly TextWriter output = output;
    private List<string>? held;

    public void Checked(string step, string found) => Write($"{paint.Good("ok")}  {step}: {found}");

    public void Began(string item, string scenario)
    {
        // One line an item is enough; what runs at the moment is told only where the run waits for it.
    }

    public void Waiting(string what, TimeSpan atMost) =>
        Write(paint.Faint($"    {Elapsed}  waiting for {what}{(atMost > TimeSpan.Zero && atMost < TimeSpan.FromHours(2) ? $" (at most {atMost.TotalSeconds:0} s)" : "")}"));

    public void Judged(ItemResult result, bool watching) => Write(watching ? report.Watching(result) : report.Item(result));

    public void Changed(ItemResult result) => Write(report.Item(result));

    public void Say(string line) => Write(line);

    public IDisposable Hold()
    {
        lock (gate)
        {
            held ??= [];
        }

        return new Release(this);
    }

    private string Elapsed => $"{clock.GetElapsedTime(began):m\\:ss}";

    private void Write(string text)
    {
        lock (gate)
        {
            if (held is not null)
            {
                held.Add(text);
            }
            else
            {
                output.WriteLine(text);
            }
        }
    }

    private sealed class Release(TerminalProgress progress) : IDisposable
    {
        public void Dispose()
        {
            lock (progress.gate)
            {
                foreach (var text in progress.held ?? [])
                {
                    progress.output.WriteLine(text);
                }

                progress.held = null;
            }
        }
    }
}
