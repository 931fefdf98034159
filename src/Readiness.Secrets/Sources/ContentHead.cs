using System.Runtime.ExceptionServices;

namespace Readiness.Secrets.Sources;

/// <summary>The first bytes of a content.</summary>
/// <param name="Fault">What went wrong behind them; null where nothing has, so far.</param>
internal sealed record ContentHead(ReadOnlyMemory<byte> Bytes, ExceptionDispatchInfo? Fault)
{
    private const int Most = 512;

    public static ContentHead Of(Stream stream)
    {
        var bytes = new byte[Most];
        var length = 0;
        try
        {
            while (length < Most && stream.Read(bytes.AsSpan(length)) is > 0 and var read)
            {
                length += read;
            }
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // It comes to light when what was read before it has been handed out.
            return new ContentHead(bytes.AsMemory(0, length), ExceptionDispatchInfo.Capture(broken));
        }

        return new ContentHead(bytes.AsMemory(0, length), null);
    }
}
