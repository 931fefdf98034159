using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Readiness.Secrets.Sources;

/// <summary>Tells how a content keeps its characters, and reads those of two bytes.</summary>
internal static class TextForms
{
    /// <summary>Shorter runs of two-byte characters in a program are no texts, or none that matter.</summary>
    private const int ShortestWide = 8;

    /// <param name="head">The first bytes of the content.</param>
    public static TextForm Of(ReadOnlySpan<byte> head)
    {
        if (!head.Contains((byte)0))
        {
            return TextForm.Narrow;
        }

        return head switch
        {
            [0xFF, 0xFE, ..] when IsWide(head, 1) => TextForm.Utf16,
            [0xFE, 0xFF, ..] when IsWide(head, 0) => TextForm.Utf16BigEndian,
            _ => TextForm.Binary,
        };
    }

    /// <summary>Characters of two bytes each.</summary>
    /// <returns>How many.</returns>
    public static int Decode(ReadOnlySpan<byte> bytes, bool bigEndian, Span<char> characters)
    {
        var pairs = MemoryMarshal.Cast<byte, ushort>(bytes);
        var target = MemoryMarshal.Cast<char, ushort>(characters)[..pairs.Length];
        if (bigEndian == BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(pairs, target);
        }
        else
        {
            pairs.CopyTo(target);
        }

        return pairs.Length;
    }

    /// <summary>The runs of printable characters of two bytes, low byte first, that begin between two places; each on a line of its own.</summary>
    /// <returns>How many characters were written.</returns>
    public static int WideTexts(ReadOnlySpan<byte> bytes, int start, int end, Span<char> characters)
    {
        var written = 0;
        for (var index = start; index < end;)
        {
            // The zero of a printable character is looked for, as zeros can be searched for quickly.
            var zero = bytes[index..].IndexOf((byte)0);
            if (zero < 0)
            {
                break;
            }

            var first = index + zero - 1;
            var run = 0;
            while (first >= start && first + (2 * run) + 1 < bytes.Length && bytes[first + (2 * run) + 1] == 0 && bytes[first + (2 * run)] is >= 0x20 and < 0x7F)
            {
                run++;
            }

            if (run >= ShortestWide && first < end)
            {
                for (var character = 0; character < run; character++)
                {
                    characters[written++] = (char)bytes[first + (2 * character)];
                }

                characters[written++] = '\n';
            }

            index = run > 0 ? first + (2 * run) + 1 : index + zero + 1;
        }

        return written;
    }

    private static bool IsWide(ReadOnlySpan<byte> head, int offset)
    {
        var zeros = 0;
        for (var index = 2 + offset; index < head.Length; index += 2)
        {
            zeros += head[index] == 0 ? 1 : 0;
        }

        return zeros * 4 >= head.Length;
    }
}
