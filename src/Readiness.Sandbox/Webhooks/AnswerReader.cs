using System.Buffers;
using System.Globalization;
using System.Text;
using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>Reads an HTTP/1.x answer from a receiver that may send anything.</summary>
internal sealed class AnswerReader(Stream stream)
{
    private const int HeadLimit = 64 * 1024;
    private const int BodyLimit = 1024 * 1024;

    private readonly ArrayBufferWriter<byte> arrived = new(4096);
    private int used;

    private ReadOnlySpan<byte> Unused => arrived.WrittenSpan[used..];

    /// <summary>The final answer; interim ones (1xx) are skipped. A body longer than 1 MB is cut there.</summary>
    /// <exception cref="DeliveryProblemException">There is none, or none that is whole; the message says why.</exception>
    public async Task<ReceiverAnswer> Read(CancellationToken cancellation)
    {
        while (true)
        {
            var start = used;
            var status = Status(await Line(cancellation));
            var headers = new List<Header>();
            for (var line = await Line(cancellation); line.Length > 0; line = await Line(cancellation))
            {
                headers.Add(HeaderLine(line));
                if (used - start > HeadLimit)
                {
                    throw new DeliveryProblemException($"answer is not HTTP: a head longer than {HeadLimit} bytes");
                }
            }

            if (status == 101 || status >= 200)
            {
                return new ReceiverAnswer(status, headers, await Body(status, headers, cancellation));
            }
        }
    }

    private static int Status(string line) =>
        line.Length >= 12 && line.StartsWith("HTTP/1.", StringComparison.Ordinal) && line[8] == ' '
            && int.TryParse(line.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599
            && (line.Length == 12 || line[12] == ' ')
            ? status
            : throw new DeliveryProblemException("answer is not HTTP");

    private static Header HeaderLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? new Header(line[..colon].TrimEnd(), line[(colon + 1)..].Trim())
            : throw new DeliveryProblemException("answer is not HTTP: a header line without a name");
    }

    private async Task<ReadOnlyMemory<byte>> Body(int status, List<Header> headers, CancellationToken cancellation)
    {
        if (status is 101 or 204 or 304)
        {
            return default;
        }

        if (headers.Value("Transfer-Encoding")?.EndsWith("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await Chunks(cancellation);
        }

        if (headers.Value("Content-Length") is not { } announced)
        {
            while (arrived.WrittenCount - used < BodyLimit && await More(cancellation))
            {
            }

            return Unused[..Math.Min(Unused.Length, BodyLimit)].ToArray();
        }

        return long.TryParse(announced, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? await Take((int)Math.Min(length, BodyLimit), cancellation)
            : throw new DeliveryProblemException("answer is not HTTP: its Content-Length is no number");
    }

    private async Task<ReadOnlyMemory<byte>> Chunks(CancellationToken cancellation)
    {
        var body = new ArrayBufferWriter<byte>();
        while (body.WrittenCount < BodyLimit)
        {
            var digits = (await Line(cancellation)).Split(';')[0].Trim();
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                throw new DeliveryProblemException("answer is not HTTP: a chunk without a length");
            }

            if (length == 0)
            {
                while ((await Line(cancellation)).Length > 0)
                {
                }

                break;
            }

            body.Write((await Take(Math.Min(length, BodyLimit - body.WrittenCount), cancellation)).Span);
            if (body.WrittenCount < BodyLimit)
            {
                await Line(cancellation);
            }
        }

        return body.WrittenMemory;
    }

    private async Task<ReadOnlyMemory<byte>> Take(int length, CancellationToken cancellation)
    {
        while (arrived.WrittenCount - used < length)
        {
            if (!await More(cancellation))
            {
                throw new DeliveryProblemException("closed within the answer");
            }
        }

        var taken = Unused[..length].ToArray();
        used += length;
        return taken;
    }

    private async Task<string> Line(CancellationToken cancellation)
    {
        int end;
        while ((end = Unused.IndexOf((byte)'\n')) < 0)
        {
            if (arrived.WrittenCount - used > HeadLimit)
            {
                throw new DeliveryProblemException($"answer is not HTTP: a line longer than {HeadLimit} bytes");
            }

            if (!await More(cancellation))
            {
                throw new DeliveryProblemException(
                    arrived.WrittenCount == 0 ? "closed without an answer"
                    : used == 0 ? "answer is not HTTP"
                    : "closed within the answer");
            }
        }

        var line = Encoding.Latin1.GetString(Unused[..end]).TrimEnd('\r');
        used += end + 1;
        return line;
    }

    private async Task<bool> More(CancellationToken cancellation)
    {
        try
        {
            var read = await stream.ReadAsync(arrived.GetMemory(4096), cancellation);
            arrived.Advance(read);
            return read > 0;
        }
        catch (IOException) when (arrived.WrittenCount > 0)
        {
            // A reset after bytes were sent is an end like a close; what is missing decides.
            return false;
        }
        catch (IOException fault)
        {
            throw new DeliveryProblemException("connection reset without an answer", fault);
        }
    }
}
