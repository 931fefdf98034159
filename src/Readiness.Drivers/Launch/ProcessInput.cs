using System.Text;
using System.Threading.Channels;

namespace Readiness.Drivers.Launch;

/// <summary>The standard input of a process. Nobody who writes to it waits until the process reads.</summary>
internal sealed class ProcessInput
{
    private const string Closed = "the process closed its standard input";

    private readonly Channel<InputLine> waiting = Channel.CreateUnbounded<InputLine>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Stream stream;

    public ProcessInput(Stream stream)
    {
        this.stream = stream;

        // A pipe that is full blocks whoever writes, so that is a thread of its own, and nobody waits for it.
        new Thread(WriteAll) { IsBackground = true, Name = "standard input of the integration" }.Start();
    }

    /// <summary>Puts a line on its way.</summary>
    public void Write(InputLine line)
    {
        if (!waiting.Writer.TryWrite(line))
        {
            line.Refuse(Closed);
        }
    }

    /// <summary>Nothing more is written; what was not yet written is refused.</summary>
    public void Close() => waiting.Writer.TryComplete();

    private void WriteAll()
    {
        try
        {
            while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                while (waiting.Reader.TryRead(out var line))
                {
                    Write(stream, line);
                }
            }
        }
        finally
        {
            Dispose(stream);
        }
    }

    private void Write(Stream to, InputLine line)
    {
        if (line.IsWithdrawn)
        {
            return;
        }

        try
        {
            to.Write(Encoding.UTF8.GetBytes(line.Text + "\n"));
            to.Flush();
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            waiting.Writer.TryComplete();
            line.Refuse(Closed);
        }
    }

    private static void Dispose(Stream stream)
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // What was buffered cannot be written to a process that is gone.
        }
    }
}
