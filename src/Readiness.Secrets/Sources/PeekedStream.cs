namespace Readiness.Secrets.Sources;

/// <summary>A stream whose first bytes can be looked at before it is read. The stream below stays open.</summary>
internal sealed class PeekedStream(Stream below) : ReadingStream
{
    /// <summary>A larger archive within an archive waits on disk, in a file that goes when it is closed.</summary>
    private const int MostInMemory = 1 << 24;

    private readonly ContentHead head = ContentHead.Of(below);
    private int headRead;

    public ReadOnlySpan<byte> Head => head.Bytes.Span;

    /// <summary>Bytes that were read so far.</summary>
    public long Consumed { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = Math.Min(buffer.Length, Head.Length - headRead);
        if (read > 0)
        {
            Head.Slice(headRead, read).CopyTo(buffer);
            headRead += read;
        }
        else
        {
            head.Fault?.Throw();
            read = below.Read(buffer);
        }

        Consumed += read;
        return read;
    }

    /// <summary>All of it, so that it can be read in any order. To be called before anything is read; nothing can be read here afterwards.</summary>
    public Stream Seekable()
    {
        if (below is FileStream { CanSeek: true } file)
        {
            Consumed = file.Length;
            file.Position = 0;
            return file;
        }

        Stream copy = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (Read(buffer) is > 0 and var read)
        {
            if (copy is MemoryStream && copy.Length + read > MostInMemory)
            {
                var spilled = Spill();
                copy.Position = 0;
                copy.CopyTo(spilled);
                copy = spilled;
            }

            copy.Write(buffer, 0, read);
        }

        copy.Position = 0;
        return copy;
    }

    private static FileStream Spill()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"readiness-{Path.GetRandomFileName()}"), options);
    }
}
