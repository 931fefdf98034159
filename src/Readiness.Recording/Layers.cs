using System.Buffers;
using System.Collections.Immutable;

namespace Readiness.Recording;

/// <summary>A search for many texts that more are added to all the time.</summary>
/// <remarks>Making a search takes longer the more texts it has. So what is new gets a layer of its own, which takes in those before it once it is as large: each text is built in a few times only.</remarks>
internal sealed class Layers
{
    private readonly ImmutableArray<Layer> layers;

    private Layers(ImmutableArray<Layer> layers) => this.layers = layers;

    public static Layers None { get; } = new([]);

    /// <summary>This search, and those values in all their forms.</summary>
    public Layers With(IEnumerable<MintedValue> values)
    {
        var added = values.SelectMany(Needle.Of).ToList();
        if (added.Count == 0)
        {
            return this;
        }

        var kept = layers;
        while (kept is [.., var last] && last.Needles.Length <= added.Count)
        {
            added.AddRange(last.Needles);
            kept = kept.RemoveAt(kept.Length - 1);
        }

        return new Layers(kept.Add(Layer.Of(added)));
    }

    /// <summary>Where the first of the texts stands; -1 where none does.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var first = -1;
        foreach (var layer in layers)
        {
            // What lies behind a place that is already found cannot come first.
            var index = (first < 0 ? text : text[..Math.Min(text.Length, first + layer.Longest)]).IndexOfAny(layer.Search);
            if (index >= 0 && (first < 0 || index < first))
            {
                first = index;
            }
        }

        return first;
    }

    /// <summary>The longest of the texts with which this one begins.</summary>
    /// <exception cref="InvalidOperationException">It begins with none.</exception>
    public Needle LongestAt(ReadOnlySpan<char> text)
    {
        Needle? longest = null;
        foreach (var layer in layers)
        {
            longest = Longer(longest, layer.LongestAt(text));
        }

        return longest ?? throw new InvalidOperationException("the vectorised search found a text that is not in the list");
    }

    private static Needle? Longer(Needle? one, Needle? other) => (one?.Text.Length ?? 0) >= (other?.Text.Length ?? 0) ? one : other;

    private sealed record Layer(ImmutableArray<Needle> Needles, SearchValues<string> Search)
    {
        public int Longest => Needles[0].Text.Length;

        public static Layer Of(IEnumerable<Needle> needles)
        {
            ImmutableArray<Needle> all = [.. needles.OrderByDescending(needle => needle.Text.Length)];
            return new Layer(all, SearchValues.Create([.. all.Select(needle => needle.Text)], StringComparison.Ordinal));
        }

        public Needle? LongestAt(ReadOnlySpan<char> text)
        {
            foreach (var needle in Needles)
            {
                if (text.StartsWith(needle.Text, StringComparison.Ordinal))
                {
                    return needle;
                }
            }

            return null;
        }
    }
}
