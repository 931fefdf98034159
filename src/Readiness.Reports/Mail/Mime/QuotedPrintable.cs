using System.Globalization;
using System.Text;

namespace Readiness.Reports.Mail.Mime;

/// <summary>Text as quoted-printable (RFC 2045, section 6.7), in UTF-8.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;
    private const int LongestToken = 3;

    /// <summary>Text with lines ended by CR LF and none longer than 76 characters, all of them ASCII.</summary>
    /// <param name="text">Lines are divided by a line feed.</param>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + (text.Length / 8));
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            Line(encoded, Encoding.UTF8.GetBytes(line));
            encoded.Append("\r\n");
        }

        return encoded.ToString();
    }

    /// <summary>A file, byte for byte: its own line ends are encoded, so that nobody on the way makes others of them.</summary>
    public static string Encode(ReadOnlySpan<byte> file)
    {
        var encoded = new StringBuilder(file.Length + (file.Length / 8));
        Line(encoded, file);

        // A soft break: some readers take the line end before the next boundary for the file's own.
        return encoded.Append('=').ToString();
    }

    private static void Line(StringBuilder encoded, ReadOnlySpan<byte> line)
    {
        var column = 0;
        for (var index = 0; index < line.Length; index++)
        {
            // Room for the longest token and for the sign of a soft break behind it.
            if (column > LongestLine - LongestToken - 1)
            {
                encoded.Append("=\r\n");
                column = 0;
            }

            var length = encoded.Length;
            if (IsLiteral(line[index..], column == 0))
            {
                encoded.Append((char)line[index]);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"={line[index]:X2}");
            }

            column += encoded.Length - length;
        }
    }

    private static bool IsLiteral(ReadOnlySpan<byte> rest, bool atTheStart) => rest[0] switch
    {
        (byte)' ' or (byte)'\t' => rest.Length > 1,
        (byte)'=' => false,
        // Programs on the way double a dot at the start of a line, or take 'From ' there for the start of a message.
        (byte)'.' => !atTheStart,
        (byte)'F' => !(atTheStart && rest.StartsWith("From "u8)),
        _ => rest[0] is > (byte)' ' and < 0x7F,
    };
}
