using System.Buffers;
using System.Text;

namespace Readiness.Drivers.Launch;

/// <summary>Cuts what a process writes into lines, and keeps no more of one than a limit, whatever the process writes.</summary>
/// <param name="longest">The most bytes of a line that come as one.</param>
internal sealed class LineReader(Stream stream, int longest)
{
    // Longer than any value that is searched for in output, in any encoding of it.
    private const int Overlap = 4096;

    private static readonly SearchValues<byte> Ends = SearchValues.Create("\r\n"u8);

    private readonly ArrayBufferWriter<byte> line = new();
    private bool cut;
    private bool afterReturn;

    /// <summary>Ends where the stream ends or breaks.</summary>
    public IEnumerable<OutputLine> Lines()
    {
        var buffer = new byte[16 * 1024];
        while (Read(buffer) is > 0 and var count)
        {
            for (var at = 0; at < count;)
            {
                var end = buffer.AsSpan(at, count - at).IndexOfAny(Ends);
                var length = end < 0 ? count - at : end;
                line.Write(buffer.AsSpan(at, length));
                if (line.WrittenCount > longest)
                {
                    yield return Piece();
                }

                if (end >= 0 && !(buffer[at + end] == '\n' && end == 0 && afterReturn))
                {
                    yield return Line();
                }

                afterReturn = end >= 0 && buffer[at + end] == '\r';
                at += length + (end < 0 ? 0 : 1);
            }
        }

        if (line.WrittenCount > 0)
        {
            yield return Line();
        }
    }

    private int Read(byte[] buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private OutputLine Line()
    {
        var whole = new OutputLine(Encoding.UTF8.GetString(line.WrittenSpan), cut ? LinePart.Rest : LinePart.Whole);
        Begin([]);
        cut = false;
        return whole;
    }

    private OutputLine Piece()
    {
        var piece = new OutputLine(Encoding.UTF8.GetString(line.WrittenSpan), cut ? LinePart.Rest : LinePart.Beginning);
        Begin(line.WrittenSpan[^Math.Min(Overlap, line.WrittenCount)..].ToArray());
        cut = true;
        return piece;
    }

    private void Begin(ReadOnlySpan<byte> with)
    {
        line.ResetWrittenCount();
        line.Write(with);
    }
}
