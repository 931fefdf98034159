namespace Readiness.Secrets.Sources;

/// <summary>The next so many bytes of a stream, which stays open.</summary>
internal sealed class BoundedStream(Stream below, long length) : ReadingStream
{
    private long left = length;

    public override int Read(Span<byte> buffer)
    {
        var wanted = buffer[..(int)Math.Min(buffer.Length, left)];
        var read = below.Read(wanted);
        if (read == 0 && wanted.Length > 0)
        {
            throw new EndOfStreamException("it ended before its length");
        }

        left -= read;
        return read;
    }

    /// <summary>Goes past what has not been read.</summary>
    public void Drain()
    {
        var buffer = new byte[1 << 16];
        while (left > 0 && Read(buffer) > 0)
        {
            // What it read is not wanted.
        }
    }
}
