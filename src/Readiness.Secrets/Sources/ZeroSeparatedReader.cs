using System.Text;

namespace Readiness.Secrets.Sources;

/// <summary>Reads texts that end with a zero byte each, as git writes them where names may hold anything else.</summary>
internal sealed class ZeroSeparatedReader(Stream stream)
{
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly MemoryStream token = new();
    private int next;
    private int held;

    /// <summary>The next text; null at the end.</summary>
    public async ValueTask<string?> Next(CancellationToken cancellation)
    {
        token.SetLength(0);
        while (true)
        {
            if (next == held)
            {
                (next, held) = (0, await stream.ReadAsync(buffer, cancellation));
                if (held == 0)
                {
                    return token.Length == 0 ? null : Text();
                }
            }

            var zero = Array.IndexOf(buffer, (byte)0, next, held - next);
            await token.WriteAsync(buffer.AsMemory(next, (zero < 0 ? held : zero) - next), cancellation);
            next = zero < 0 ? held : zero + 1;
            if (zero >= 0)
            {
                return Text();
            }
        }
    }

    private string Text() => Encoding.UTF8.GetString(token.GetBuffer(), 0, (int)token.Length);
}
