using System.Buffers.Binary;
using System.Text;

namespace Readiness.Sandbox.Hosting;

/// <summary>How a client opens TLS: RFC 8446 section 4.1.2. Only what helps to tell why nothing came of it.</summary>
/// <param name="ServerName">The host that it believes to talk to; null where it does not say, as it must not for an IP address.</param>
/// <param name="Newest">The newest version of TLS that it offers, such as <c>TLS 1.3</c>.</param>
/// <param name="Protocols">What it wants to speak within TLS, such as <c>h2</c>; empty where it does not say.</param>
internal sealed record ClientHello(string? ServerName, string Newest, IReadOnlyList<string> Protocols)
{
    /// <summary>The first byte of every TLS connection.</summary>
    public const byte FirstByte = 0x16;

    /// <summary>How many bytes stand before the hello itself: type, version and length of the record.</summary>
    public const int RecordHead = 5;

    /// <summary>True where it offers nothing newer than TLS 1.1, which RFC 8996 has put out of use.</summary>
    public bool IsTooOld => Newest is "SSL 3.0" or "TLS 1.0" or "TLS 1.1";

    /// <summary>How long the record is that begins with these <see cref="RecordHead"/> bytes, head included.</summary>
    public static int LengthOf(ReadOnlySpan<byte> head) => RecordHead + BinaryPrimitives.ReadUInt16BigEndian(head[3..]);

    /// <summary>Reads the first record of a connection; null where it holds no whole hello.</summary>
    public static ClientHello? Read(ReadOnlySpan<byte> record)
    {
        try
        {
            // Handshake type and length, then version, random, session, cipher suites, compressions.
            var hello = record[(RecordHead + 4)..];
            var version = BinaryPrimitives.ReadUInt16BigEndian(hello);
            var rest = hello[34..];
            rest = rest[(1 + rest[0])..];
            rest = rest[(2 + BinaryPrimitives.ReadUInt16BigEndian(rest))..];
            rest = rest[(1 + rest[0])..];
            var read = new ClientHello(null, VersionName(version), []);
            return rest.IsEmpty ? read : read.With(rest.Slice(2, BinaryPrimitives.ReadUInt16BigEndian(rest)));
        }
        catch (Exception broken) when (broken is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // Broken, or cut over several records: what TLS itself makes of it is told all the same.
            return null;
        }
    }

    private ClientHello With(ReadOnlySpan<byte> extensions)
    {
        var read = this;
        while (extensions.Length >= 4)
        {
            var body = extensions.Slice(4, BinaryPrimitives.ReadUInt16BigEndian(extensions[2..]));
            read = BinaryPrimitives.ReadUInt16BigEndian(extensions) switch
            {
                0 when body.Length > 5 => read with { ServerName = Encoding.ASCII.GetString(body.Slice(5, BinaryPrimitives.ReadUInt16BigEndian(body[3..]))) },
                16 when body.Length > 2 => read with { Protocols = ProtocolNames(body[2..]) },
                43 when body.Length > 2 => read with { Newest = NewestOf(body[1..]) },
                _ => read,
            };
            extensions = extensions[(4 + body.Length)..];
        }

        return read;
    }

    private static List<string> ProtocolNames(ReadOnlySpan<byte> list)
    {
        var names = new List<string>();
        for (; !list.IsEmpty; list = list[(1 + list[0])..])
        {
            names.Add(Encoding.ASCII.GetString(list.Slice(1, list[0])));
        }

        return names;
    }

    private static string NewestOf(ReadOnlySpan<byte> versions)
    {
        ushort newest = 0;
        for (; versions.Length >= 2; versions = versions[2..])
        {
            var version = BinaryPrimitives.ReadUInt16BigEndian(versions);

            // RFC 8701: values such as 0x3A3A mean nothing and keep servers tolerant.
            newest = version >> 8 == 3 && version > newest ? version : newest;
        }

        return VersionName(newest);
    }

    private static string VersionName(ushort version) => version switch
    {
        0x0300 => "SSL 3.0",
        0x0301 => "TLS 1.0",
        0x0302 => "TLS 1.1",
        0x0303 => "TLS 1.2",
        0x0304 => "TLS 1.3",
        _ => "another version of TLS",
    };
}
