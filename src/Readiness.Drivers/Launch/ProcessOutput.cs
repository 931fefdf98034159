namespace Readiness.Drivers.Launch;

/// <summary>What a process wrote to standard output and error: kept in a file, with the last lines at hand for messages.</summary>
/// <remarks>Every line is cleaned before it is kept, so that no secret reaches the file.</remarks>
public sealed class ProcessOutput : IDisposable
{
    // A program that crashes tells why on the first lines of a trace that is a screen long.
    private const int Remembered = 24;
    private const int LongestLine = 4000;

    // A process that floods its log must not fill the disk of the machine that tests it.
    private const long LargestFile = 50L * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Queue<string> last = new();
    private readonly StreamWriter file;
    private readonly Func<string, int, string> clean;
    private long written;
    private int lines;
    private bool closed;

    /// <param name="clean">Masks what must not be kept, given the line and its number from 1.</param>
    public ProcessOutput(string path, Func<string, int, string> clean)
    {
        this.clean = clean;
        file = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    /// <summary>The last lines, oldest first.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (gate)
            {
                return [.. last];
            }
        }
    }

    /// <summary>Keeps a whole line.</summary>
    public void Add(string line) => Add(new OutputLine(line, LinePart.Whole));

    /// <summary>Keeps a line; of one that is too long, the beginning.</summary>
    public void Add(OutputLine line)
    {
        lock (gate)
        {
            // Cleaned before it is cut, so that nothing goes unseen behind the cut and half a secret is none that is kept.
            var cleaned = clean(line.Text, line.Part == LinePart.Rest ? lines : ++lines);
            if (line.Part == LinePart.Rest)
            {
                return;
            }

            var kept = cleaned.Length > LongestLine ? cleaned[..LongestLine] + "…" : cleaned;
            last.Enqueue(kept);
            if (last.Count > Remembered)
            {
                last.Dequeue();
            }

            if (closed || written > LargestFile)
            {
                return;
            }

            written += kept.Length + 1;
            file.WriteLine(written > LargestFile ? "[the rest of the output is not kept]" : kept);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            file.Dispose();
        }
    }
}
