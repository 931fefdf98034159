using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Readiness.Recording;

namespace Readiness.Sandbox.Hosting;

/// <summary>Writes answers to one connection.</summary>
internal sealed class ResponseWriter(IWire wire, TimeProvider clock, DateLine date)
{
    // Up to here an answer goes out in one piece.
    private const int Piece = 16 * 1024;

    private PipeWriter Output => wire.Output;

    /// <summary>Sends the whole answer; false where the client was gone before its last bytes were released.</summary>
    public async Task<bool> Send(int status, IReadOnlyList<Header> headers, ReadOnlyMemory<byte> body, ResponseShape shape, Action<long, long> beforeLastByte)
    {
        var firstAt = clock.GetTimestamp();
        Head(status, headers, body.Length, shape);
        var rest = HasBody(status) && !shape.HeadOnly ? body : default;
        while (rest.Length > Piece)
        {
            var piece = Math.Min(Piece, rest.Length - 1);
            Output.Write(rest.Span[..piece]);
            rest = rest[piece..];
            if (!await Flush())
            {
                return false;
            }
        }

        Output.Write(rest.Span);
        var stays = !wire.ClientGone.IsCancellationRequested;
        if (stays)
        {
            beforeLastByte(firstAt, clock.GetTimestamp());
        }

        // Written even where the client has closed its side: one that only half-closed still reads.
        return await Flush() && stays;
    }

    /// <summary>Announces the whole length, and hands that many bytes of the body to the operating system; false where the client was gone.</summary>
    public async Task<bool> SendPart(int status, IReadOnlyList<Header> headers, ReadOnlyMemory<byte> body, int bytes)
    {
        var part = new ArrayBufferWriter<byte>(1024 + bytes);
        ResponseHead.Write(part, status, headers, body.Length, date.Value, closes: false);
        part.Write(body.Span[..bytes]);
        try
        {
            await wire.SendNow(part.WrittenMemory);
            return true;
        }
        catch (IOException)
        {
            // The client is gone; whoever sends is told so by the result.
            return false;
        }
    }

    /// <summary>Answers <c>100 Continue</c>.</summary>
    public async Task GoOn()
    {
        Output.Write("HTTP/1.1 100 Continue\r\n\r\n"u8);
        await Flush();
    }

    /// <summary>Answers what could not be read.</summary>
    /// <param name="text">What a person is told who looks at the answer.</param>
    public async Task Refuse(int status, string text = "")
    {
        Head(status, text.Length == 0 ? [] : [new Header("Content-Type", "text/plain; charset=utf-8")], Encoding.UTF8.GetByteCount(text), new ResponseShape(HeadOnly: false, Closes: true));
        Output.Write(Encoding.UTF8.GetBytes(text));
        await Flush();
    }

    private void Head(int status, IReadOnlyList<Header> headers, int length, ResponseShape shape) =>
        ResponseHead.Write(Output, status, headers, HasBody(status) ? length : null, date.Value, shape.Closes);

    private async ValueTask<bool> Flush()
    {
        try
        {
            return !(await Output.FlushAsync()).IsCompleted;
        }
        catch (IOException)
        {
            // The client is gone; whoever sends is told so by the result.
            return false;
        }
    }

    private static bool HasBody(int status) => status is >= 200 and not (204 or 304);
}
