using System.Diagnostics;
using System.Text;

namespace Readiness.Reports.Mail.Mime;

/// <summary>One part of a message's body (RFC 2045, RFC 2046).</summary>
internal abstract record MimePart
{
    private MimePart()
    {
    }

    /// <summary>Text that is shown.</summary>
    /// <param name="Subtype"><c>plain</c> or <c>html</c>.</param>
    public sealed record Text(string Subtype, string Content) : MimePart;

    /// <summary>A file that is attached.</summary>
    /// <param name="Name">In ASCII, without quotation marks.</param>
    /// <param name="Type">Such as <c>application/zip</c>, with its parameters.</param>
    /// <param name="Encoding">The way in which its content is encoded.</param>
    public sealed record Attached(string Name, string Type, string Encoding, string Content) : MimePart
    {
        // Base64 is read the same by every program, and makes three bytes four characters, which counts in a large file.
        private const int Large = 500_000;

        /// <summary>In Base64, or where a large file is mostly ASCII in what makes it shorter.</summary>
        public static Attached File(string name, string type, ReadOnlySpan<byte> content) =>
            content.Length >= Large && QuotedPrintable.Encode(content) is var quoted && quoted.Length < content.Length / 3 * 4
                ? new Attached(name, type, "quoted-printable", quoted)
                : new Attached(name, type, "base64", Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks));
    }

    /// <summary>Several parts.</summary>
    /// <param name="Subtype"><c>mixed</c> or <c>alternative</c>; no message holds two of one kind, or their boundaries would be the same.</param>
    public sealed record Several(string Subtype, IReadOnlyList<MimePart> Parts) : MimePart;

    /// <summary>The part with its own header; all of it ASCII.</summary>
    public string Write() => this switch
    {
        Text text => $"Content-Type: text/{text.Subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{QuotedPrintable.Encode(text.Content)}",
        Attached file => $"Content-Type: {file.Type};\r\n name=\"{file.Name}\"\r\nContent-Disposition: attachment;\r\n filename=\"{file.Name}\"\r\nContent-Transfer-Encoding: {file.Encoding}\r\n\r\n{file.Content}",
        Several several => Write(several),
        _ => throw new UnreachableException(),
    };

    private static string Write(Several several)
    {
        // '=_' occurs in no quoted-printable and in no Base64, so that no content can hold a boundary.
        var boundary = $"=_readiness-{several.Subtype}";
        var written = new StringBuilder($"Content-Type: multipart/{several.Subtype};\r\n boundary=\"{boundary}\"\r\n\r\n");
        foreach (var part in several.Parts)
        {
            written.Append($"--{boundary}\r\n").Append(part.Write()).Append("\r\n");
        }

        return written.Append($"--{boundary}--\r\n").ToString();
    }
}
