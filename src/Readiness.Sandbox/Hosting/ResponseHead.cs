using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Readiness.Recording;

namespace Readiness.Sandbox.Hosting;

/// <summary>The status line and header lines of an answer, as bytes.</summary>
internal static class ResponseHead
{
    /// <summary>Writes a head that announces a body of that length.</summary>
    /// <param name="length">Null where the status allows no body.</param>
    /// <exception cref="ArgumentException">A header holds a line break, which would forge another header.</exception>
    public static void Write(IBufferWriter<byte> output, int status, IReadOnlyList<Header> headers, long? length, string date, bool closes)
    {
        Put(output, "HTTP/1.1 ");
        Put(output, status.ToString(CultureInfo.InvariantCulture));
        Put(output, " ");
        Put(output, ReasonPhrases.GetReasonPhrase(status));
        output.Write("\r\n"u8);
        foreach (var header in headers)
        {
            Line(output, header.Name, header.Value);
        }

        if (length is { } known)
        {
            Line(output, "Content-Length", known.ToString(CultureInfo.InvariantCulture));
        }

        if (headers.Value("Date") is null)
        {
            Line(output, "Date", date);
        }

        if (closes)
        {
            Line(output, "Connection", "close");
        }

        output.Write("\r\n"u8);
    }

    private static void Line(IBufferWriter<byte> output, string name, string value)
    {
        if (name.AsSpan().IndexOfAny('\r', '\n') >= 0 || value.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            throw new ArgumentException($"the header {name} holds a line break", nameof(value));
        }

        Put(output, name);
        output.Write(": "u8);
        Put(output, value);
        output.Write("\r\n"u8);
    }

    private static void Put(IBufferWriter<byte> output, string text) =>
        output.Advance(Encoding.Latin1.GetBytes(text, output.GetSpan(text.Length)));
}
