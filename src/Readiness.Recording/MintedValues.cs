using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

namespace Readiness.Recording;

/// <summary>Every value that this run invented, and the search for them in what was seen on the wire.</summary>
public sealed class MintedValues
{
    // Shorter texts occur by chance in anything and would be masked out of all sense.
    private const int ShortestNeedle = 4;

    private readonly ConcurrentDictionary<string, MintedValue> exact = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly List<MintedValue> toMask = [];
    private Needles? masked = Needles.None;
    private int version;

    /// <summary>Changes whenever a value becomes known: what was clean before it may not be clean after.</summary>
    internal int Version => Volatile.Read(ref version);

    /// <summary>Makes a value known from now on. A value that is already known keeps its first meaning.</summary>
    public MintedValue Register(string name, string value, MintedKind kind, string? stimulus = null)
    {
        var minted = new MintedValue(name, value, kind, stimulus);
        if (!exact.TryAdd(value, minted))
        {
            return exact[value];
        }

        if (kind != MintedKind.Identifier && value.Length >= ShortestNeedle)
        {
            lock (gate)
            {
                // The search is made when it is next needed: values come in bunches, and making it for each would take longer than all searches.
                toMask.Add(minted);
                Volatile.Write(ref masked, null);
            }
        }

        Interlocked.Increment(ref version);
        return minted;
    }

    /// <summary>The minted value that this text is, as a whole; null where it is none.</summary>
    public MintedValue? Find(ReadOnlySpan<char> text) =>
        exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var found) ? found : null;

    /// <summary>True where the text holds nothing that must be masked. The common case, at the speed of a vectorised search.</summary>
    public bool IsClean(ReadOnlySpan<char> text) => Known().Search is not { } search || text.IndexOfAny(search) < 0;

    /// <summary>The text with every secret and personal value masked, and each one found reported.</summary>
    /// <param name="found">Called with the value and the encoding in which it stood.</param>
    public string Mask(string text, Action<MintedValue, string> found)
    {
        var needles = Known();
        if (needles.Search is null || text.AsSpan().IndexOfAny(needles.Search) < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(needles.Search) is >= 0 and var start)
        {
            var here = rest[start..];
            var needle = needles.LongestAt(here);
            found(needle.Value, needle.Encoding);
            clean.Append(rest[..start]).Append(needle.Value.Mask);
            rest = here[needle.Text.Length..];
        }

        return clean.Append(rest).ToString();
    }

    private Needles Known()
    {
        if (Volatile.Read(ref masked) is { } known)
        {
            return known;
        }

        lock (gate)
        {
            return masked ??= Needles.Of(toMask);
        }
    }

    private sealed record Needle(string Text, string Encoding, MintedValue Value);

    private sealed record Needles(ImmutableArray<Needle> All, SearchValues<string>? Search)
    {
        public static Needles None { get; } = new([], null);

        public static Needles Of(IEnumerable<MintedValue> values)
        {
            ImmutableArray<Needle> all = [.. values.SelectMany(Forms).OrderByDescending(needle => needle.Text.Length)];
            return new Needles(all, SearchValues.Create([.. all.Select(needle => needle.Text)], StringComparison.Ordinal));
        }

        public Needle LongestAt(ReadOnlySpan<char> text)
        {
            foreach (var needle in All)
            {
                if (text.StartsWith(needle.Text, StringComparison.Ordinal))
                {
                    return needle;
                }
            }

            throw new InvalidOperationException("the vectorised search found a needle that is not in the list");
        }

        private static IEnumerable<Needle> Forms(MintedValue minted)
        {
            yield return new Needle(minted.Value, "part", minted);
            if (Uri.EscapeDataString(minted.Value) is var escaped && escaped != minted.Value)
            {
                yield return new Needle(escaped, "url", minted);
            }

            if (minted.Kind != MintedKind.Secret)
            {
                yield break;
            }

            var bytes = Encoding.UTF8.GetBytes(minted.Value);
            yield return new Needle(Convert.ToHexStringLower(bytes), "hex", minted);
            yield return new Needle(Convert.ToHexString(bytes), "hex", minted);
            foreach (var text in Base64.AtEveryAlignment(bytes))
            {
                yield return new Needle(text, "base64", minted);
            }
        }
    }
}
