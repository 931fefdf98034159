using System.Buffers.Binary;

namespace Readiness.Secrets.Exact;

/// <summary>A search for many sequences of bytes at once, whose cost hardly depends on how many they are.</summary>
/// <remarks>
/// After Wu and Manber (1994): the last four bytes of a place decide how far the next place is. A block of four bytes that no
/// sequence holds skips all but three bytes of the shortest of them. SearchValues takes two bytes a character and loses its
/// vectorised way beyond 80 texts, which the encodings of five secrets exceed.
/// </remarks>
internal sealed class ExactSearch
{
    private const int Block = sizeof(uint);
    private const int TableBits = 16;

    private readonly SecretForm[] forms;
    private readonly byte[] shifts = new byte[1 << TableBits];
    private readonly int[] heads = new int[1 << TableBits];
    private readonly int[] next;
    private readonly int shortest;

    /// <exception cref="ArgumentException">A form is shorter than <see cref="KnownSecret.ShortestLength"/>.</exception>
    public ExactSearch(IEnumerable<SecretForm> forms)
    {
        // Longest first, so that the first that fits is the longest that fits.
        this.forms = [.. forms.OrderByDescending(form => form.Bytes.Length)];
        if (this.forms.Any(form => form.Bytes.Length < KnownSecret.ShortestLength))
        {
            throw new ArgumentException($"a form is shorter than {KnownSecret.ShortestLength} bytes", nameof(forms));
        }

        Longest = this.forms is [var first, ..] ? first.Bytes.Length : 0;
        shortest = this.forms is [.., var last] ? Math.Min(last.Bytes.Length, byte.MaxValue) : 0;
        next = new int[this.forms.Length];
        Fill();
    }

    /// <summary>The length of the longest form, in bytes; 0 without any.</summary>
    public int Longest { get; }

    /// <summary>The forms of these secrets; those that are too short are left out.</summary>
    public static ExactSearch For(IEnumerable<KnownSecret> secrets) => new(secrets.Where(secret => secret.CanBeSearched).SelectMany(SecretForm.Of));

    /// <summary>The first form that begins at this index or behind it, and where; null where none does.</summary>
    /// <param name="found">Where it begins.</param>
    public SecretForm? Next(ReadOnlySpan<byte> text, int from, out int found)
    {
        if (forms.Length > 0)
        {
            var table = shifts;
            var end = text.Length - shortest;
            for (var start = from; start <= end;)
            {
                var hash = Hash(text[(start + shortest - Block)..]);
                var shift = table[hash];
                if (shift > 0)
                {
                    start += shift;
                    continue;
                }

                if (At(text[start..], hash) is { } form)
                {
                    found = start;
                    return form;
                }

                start++;
            }
        }

        found = -1;
        return null;
    }

    private static int Hash(ReadOnlySpan<byte> block) => (int)((BinaryPrimitives.ReadUInt32LittleEndian(block) * 0x9E3779B1u) >> (32 - TableBits));

    private SecretForm? At(ReadOnlySpan<byte> text, int hash)
    {
        for (var index = heads[hash]; index >= 0; index = next[index])
        {
            if (text.StartsWith(forms[index].Bytes))
            {
                return forms[index];
            }
        }

        return null;
    }

    private void Fill()
    {
        Array.Fill(heads, -1);
        Array.Fill(shifts, (byte)Math.Max(1, shortest - Block + 1));
        for (var index = forms.Length - 1; index >= 0; index--)
        {
            var bytes = forms[index].Bytes;
            for (var end = Block; end <= shortest; end++)
            {
                var hash = Hash(bytes.AsSpan(end - Block));
                shifts[hash] = (byte)Math.Min(shifts[hash], shortest - end);
            }

            // From the shortest to the longest, each before the others: the longest ends up first.
            var last = Hash(bytes.AsSpan(shortest - Block));
            (next[index], heads[last]) = (heads[last], index);
        }
    }
}
