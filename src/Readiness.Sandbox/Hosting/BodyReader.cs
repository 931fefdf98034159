using System.Buffers;
using System.Globalization;
using System.Text;
using Readiness.Recording;

namespace Readiness.Sandbox.Hosting;

/// <summary>Reads a request body by its announced length or chunk by chunk (RFC 9112 sections 6 and 7).</summary>
internal sealed class BodyReader(ByteFeed feed, SandboxListen limits)
{
    // Memory follows what arrives, not what is announced.
    private const int FirstBuffer = 64 * 1024;

    private static readonly WireProblem BrokenOff = new(0, "the client went away within the body");

    /// <summary>The body, and why it is not whole.</summary>
    public async ValueTask<(ReadOnlyMemory<byte> Body, WireProblem? Problem)> Read(IReadOnlyList<Header> headers, CancellationToken cancellation)
    {
        if (headers.Value("Transfer-Encoding") is { } coding)
        {
            if (!coding.EndsWith("chunked", StringComparison.OrdinalIgnoreCase))
            {
                return (default, new WireProblem(501, $"Transfer-Encoding '{coding}' is not chunked"));
            }

            var chunked = new ArrayBufferWriter<byte>(1024);
            var broken = await TakeChunks(chunked, cancellation);
            return (chunked.WrittenMemory, broken);
        }

        if (headers.Value("Content-Length") is not { } announced || announced == "0")
        {
            return default;
        }

        if (!long.TryParse(announced, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return (default, new WireProblem(400, "Content-Length is no number"));
        }

        if (length > limits.BodyLimit)
        {
            return (default, TooLong());
        }

        if (length <= feed.Unread.Length)
        {
            var here = feed.Unread.Slice(0, length).ToArray();
            feed.Skip(length);
            return (here, null);
        }

        var body = new ArrayBufferWriter<byte>((int)Math.Min(length, FirstBuffer));
        var problem = await Take((int)length, body, cancellation);
        return (body.WrittenMemory, problem);
    }

    /// <summary>Reads on and throws away until the client closes, so that a client which still writes can take its answer.</summary>
    public async Task Drain(CancellationToken cancellation)
    {
        while (await feed.Any(cancellation))
        {
            feed.Skip(feed.Unread.Length);
        }
    }

    private WireProblem TooLong() => new(413, $"the body is longer than {limits.BodyLimit} bytes");

    private async ValueTask<WireProblem?> TakeChunks(ArrayBufferWriter<byte> body, CancellationToken cancellation)
    {
        while (true)
        {
            if (await TakeLine(cancellation) is not { } size)
            {
                return BrokenOff;
            }

            var digits = size.Split(';')[0].Trim();
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                return new WireProblem(400, "a chunk without a length");
            }

            if (length > limits.BodyLimit - body.WrittenCount)
            {
                return TooLong();
            }

            if (length == 0)
            {
                return await TakeTrailers(cancellation);
            }

            if (await Take(length, body, cancellation) is { } problem)
            {
                return problem;
            }

            if (await TakeLine(cancellation) is not { } rest)
            {
                return BrokenOff;
            }

            if (rest.Length > 0)
            {
                return new WireProblem(400, "a chunk longer than its length");
            }
        }
    }

    private async ValueTask<WireProblem?> TakeTrailers(CancellationToken cancellation)
    {
        while (await TakeLine(cancellation) is { } line)
        {
            if (line.Length == 0)
            {
                return null;
            }
        }

        return BrokenOff;
    }

    private async ValueTask<WireProblem?> Take(int length, ArrayBufferWriter<byte> body, CancellationToken cancellation)
    {
        while (length > 0)
        {
            if (!await feed.Any(cancellation))
            {
                return BrokenOff;
            }

            var part = feed.Unread.Slice(0, Math.Min(length, feed.Unread.Length));
            foreach (var segment in part)
            {
                body.Write(segment.Span);
            }

            length -= (int)part.Length;
            feed.Skip(part.Length);
        }

        return null;
    }

    /// <summary>A line of the chunked framing without its end, or null where the client went away first or never ends it.</summary>
    private async ValueTask<string?> TakeLine(CancellationToken cancellation)
    {
        while (true)
        {
            if (feed.Unread.PositionOf((byte)'\n') is { } end)
            {
                var line = feed.Unread.Slice(0, end);
                var text = Encoding.Latin1.GetString(line);
                feed.Skip(line.Length + 1);
                return text.TrimEnd('\r');
            }

            if (feed.Ended || feed.Unread.Length > limits.HeadLimit)
            {
                return null;
            }

            await feed.More(cancellation);
        }
    }
}
