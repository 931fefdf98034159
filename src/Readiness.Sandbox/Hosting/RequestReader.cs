using System.Buffers;
using Readiness.Recording;

namespace Readiness.Sandbox.Hosting;

/// <summary>Reads one request after the other from a connection, and takes their times.</summary>
/// <param name="goOn">Sends <c>100 Continue</c> to a client that waits for it.</param>
internal sealed class RequestReader(ByteFeed feed, SandboxListen limits, Func<Task> goOn)
{
    private static readonly TimeSpan HelloLimit = TimeSpan.FromMilliseconds(500);

    private readonly BodyReader bodies = new(feed, limits);
    private RequestHead? previous;

    /// <summary>The next request, or null where the client closed the connection between requests.</summary>
    /// <exception cref="UnreadableRequestException">The bytes are no HTTP/1.x request.</exception>
    public async ValueTask<WireRequest?> Next(CancellationToken cancellation)
    {
        // RFC 9112 section 2.2: empty lines before a request are ignored.
        while (await feed.Any(cancellation) && feed.Unread.FirstSpan[0] is (byte)'\r' or (byte)'\n')
        {
            feed.Skip(1);
        }

        if (feed.Unread.IsEmpty)
        {
            return null;
        }

        var arrivedAt = feed.ReadAt;
        if (feed.Unread.FirstSpan[0] == ClientHello.FirstByte)
        {
            throw new UnreadableRequestException($"a TLS client hello on a plain HTTP port{await MeantFor(cancellation)}", UnreadableKind.TlsOnPlainPort);
        }

        long end;
        while ((end = EndOfHead(feed.Unread)) < 0)
        {
            if (feed.Unread.Length > limits.HeadLimit)
            {
                throw new UnreadableRequestException($"a head longer than {limits.HeadLimit} bytes", status: 431);
            }

            if (feed.Ended)
            {
                throw new UnreadableRequestException("a connection closed within a request head");
            }

            await feed.More(cancellation);
        }

        var head = Head(feed.Unread.Slice(0, end));
        previous = head;
        feed.Skip(end);
        if (head.Headers.Value("Expect")?.StartsWith("100-", StringComparison.OrdinalIgnoreCase) == true)
        {
            await goOn();
        }

        var (body, problem) = await bodies.Read(head.Headers, cancellation);
        return new WireRequest(head, arrivedAt, feed.ReadAt, body, problem);
    }

    /// <summary>The host that a client hello asks for, in words that go on after it.</summary>
    private async ValueTask<string> MeantFor(CancellationToken cancellation)
    {
        // A hello comes in one piece; whoever sends less is no client that waits for an answer.
        using var patience = new CancellationTokenSource(HelloLimit, feed.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            while (!feed.Ended && (feed.Unread.Length < ClientHello.RecordHead || feed.Unread.Length < ClientHello.LengthOf(feed.Unread.Slice(0, ClientHello.RecordHead).ToArray())))
            {
                await feed.More(either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "";
        }

        return feed.Unread.Length >= ClientHello.RecordHead && ClientHello.Read(feed.Unread.ToArray())?.ServerName is { } host ? $", for {host}" : "";
    }

    private RequestHead Head(ReadOnlySequence<byte> head) => RequestHead.Read(head.IsSingleSegment ? head.FirstSpan : head.ToArray(), previous);

    /// <summary>The length of the head with its final empty line, or -1 where that has not arrived.</summary>
    private static long EndOfHead(ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsSingleSegment)
        {
            return EndOfHead(bytes.FirstSpan);
        }

        return EndOfHead(bytes.ToArray());
    }

    private static int EndOfHead(ReadOnlySpan<byte> bytes)
    {
        var regular = bytes.IndexOf("\r\n\r\n"u8);
        var bare = bytes.IndexOf("\n\n"u8);
        return bare >= 0 && (regular < 0 || bare < regular) ? bare + 2 : regular < 0 ? -1 : regular + 4;
    }
}
