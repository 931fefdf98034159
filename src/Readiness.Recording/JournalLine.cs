using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Readiness.Recording;

/// <summary>A line of the journal in two steps: all of it before its number is known, then the number.</summary>
internal sealed class JournalLine : IDisposable
{
    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static JournalLine? idle;

    private readonly ArrayBufferWriter<byte> bytes = new(4096);
    private readonly Utf8JsonWriter writer;
    private byte[] whole = new byte[4096];

    private JournalLine() => writer = new Utf8JsonWriter(bytes, JournalFormat.WriterOptions);

    // Quotes within values are escaped, so this stands nowhere else.
    private static ReadOnlySpan<byte> Unnumbered => ",\"number\":0"u8;

    /// <summary>Writes an entry whose number is still 0. One line at a time on a thread.</summary>
    public static JournalLine Begin(JournalEntry entry)
    {
        var line = idle ?? new JournalLine();
        idle = null;
        JournalFormat.Write(line.writer, entry);
        line.writer.Flush();
        return line;
    }

    /// <summary>The whole line, line feed included. Valid until it is disposed.</summary>
    public ReadOnlySpan<byte> End(int number)
    {
        const int LongestNumber = 10;
        var open = bytes.WrittenSpan;
        var digit = open.LastIndexOf(Unnumbered) + Unnumbered.Length - 1;
        if (whole.Length < open.Length + LongestNumber + 1)
        {
            whole = new byte[(open.Length + LongestNumber + 1) * 2];
        }

        open[..digit].CopyTo(whole);
        Utf8Formatter.TryFormat(number, whole.AsSpan(digit), out var digits);
        var tail = open[(digit + 1)..];
        tail.CopyTo(whole.AsSpan(digit + digits));
        var end = digit + digits + tail.Length;
        whole[end] = (byte)'\n';
        return whole.AsSpan(0, end + 1);
    }

    public void Dispose()
    {
        if (bytes.Capacity > LargestKept)
        {
            // One huge entry does not leave a huge buffer behind.
            writer.Dispose();
            return;
        }

        bytes.ResetWrittenCount();
        writer.Reset();
        idle = this;
    }
}
