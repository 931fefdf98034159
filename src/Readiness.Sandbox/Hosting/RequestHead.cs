using System.Text;
using Readiness.Recording;

namespace Readiness.Sandbox.Hosting;

/// <summary>The request line and header lines of an HTTP/1.x message (RFC 9112), read with tolerance for bare line feeds.</summary>
internal sealed record RequestHead(string Method, string Target, bool Http10, IReadOnlyList<Header> Headers)
{
    /// <summary>Reads a head without its final empty line.</summary>
    /// <param name="previous">The head before it on the same connection; equal lines share its strings, which keeps the journal small.</param>
    /// <exception cref="UnreadableRequestException">The bytes are no HTTP/1.x head; the message says what they are.</exception>
    public static RequestHead Read(ReadOnlySpan<byte> bytes, RequestHead? previous)
    {
        var line = Line(ref bytes);
        var space = line.IndexOf((byte)' ');
        var lastSpace = line.LastIndexOf((byte)' ');
        if (space <= 0 || lastSpace <= space + 1 || !line[(lastSpace + 1)..].StartsWith("HTTP/"u8))
        {
            throw new UnreadableRequestException("bytes that are no HTTP request line");
        }

        var version = line[(lastSpace + 1)..];
        if (!version.StartsWith("HTTP/1."u8))
        {
            throw new UnreadableRequestException($"a request of version {Encoding.Latin1.GetString(version)} on an HTTP/1.1 port");
        }

        return new RequestHead(
            Text(line[..space], previous?.Method),
            Text(line[(space + 1)..lastSpace].Trim((byte)' '), previous?.Target),
            version.SequenceEqual("HTTP/1.0"u8),
            HeaderLines(bytes, previous?.Headers ?? []));
    }

    private static List<Header> HeaderLines(ReadOnlySpan<byte> bytes, IReadOnlyList<Header> previous)
    {
        var headers = new List<Header>(Math.Max(4, previous.Count));
        while (!bytes.IsEmpty)
        {
            var line = Line(ref bytes);
            if (line.IsEmpty)
            {
                continue;
            }

            var before = headers.Count < previous.Count ? previous[headers.Count] : null;
            if (line[0] is (byte)' ' or (byte)'\t' && headers.Count > 0)
            {
                // A folded line, obsolete since RFC 7230: it continues the value before it.
                var last = headers[^1];
                headers[^1] = last with { Value = $"{last.Value} {Encoding.Latin1.GetString(line.Trim(" \t"u8))}" };
                continue;
            }

            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                throw new UnreadableRequestException("a header line without a name");
            }

            var name = Text(line[..colon].TrimEnd(" \t"u8), before?.Name);
            var value = Text(line[(colon + 1)..].Trim(" \t"u8), before?.Value);
            headers.Add(ReferenceEquals(name, before?.Name) && ReferenceEquals(value, before.Value) ? before : new Header(name, value));
        }

        return headers;
    }

    private static ReadOnlySpan<byte> Line(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var line = end < 0 ? bytes : bytes[..end];
        bytes = end < 0 ? [] : bytes[(end + 1)..];
        return line.TrimEnd((byte)'\r');
    }

    private static string Text(ReadOnlySpan<byte> bytes, string? before) =>
        before is not null && Ascii.Equals(bytes, before) ? before : Encoding.Latin1.GetString(bytes);
}
