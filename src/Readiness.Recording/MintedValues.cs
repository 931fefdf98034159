using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace Readiness.Recording;

/// <summary>Every value that this run invented, and the search for them in what was seen on the wire.</summary>
public sealed class MintedValues
{
    // Shorter texts occur by chance in anything and would be masked out of all sense.
    private const int ShortestNeedle = 4;

    private readonly MintedValues? all;
    private readonly string? environment;
    private readonly ConcurrentDictionary<string, MintedValue> exact = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly List<MintedValue> toMask = [];
    private readonly Dictionary<(string Stimulus, string Name), List<string>> identifiers = [];
    private Layers searched = Layers.None;
    private Layers? masked = Layers.None;
    private int version;

    public MintedValues()
    {
    }

    private MintedValues(MintedValues all, string environment)
    {
        this.all = all;
        this.environment = environment;
    }

    /// <summary>Changes whenever a value becomes known: what was clean before it may not be clean after.</summary>
    internal int Version => all?.Version ?? Volatile.Read(ref version);

    /// <summary>The credentials and tokens that are known so far.</summary>
    public IReadOnlyList<MintedValue> Secrets => all?.Secrets ?? [.. exact.Values.Where(value => value.Kind == MintedKind.Secret)];

    /// <summary>What stands for a person's data, as far as it is known.</summary>
    public IReadOnlyList<MintedValue> Personal => all?.Personal ?? [.. exact.Values.Where(value => value.Kind == MintedKind.Personal)];

    /// <summary>What another environment of the same run invents. Its values are found like any other, under names that begin with the environment's.</summary>
    /// <param name="environment">One of <see cref="Environments"/>.</param>
    public MintedValues Of(string environment) => new(this, environment);

    /// <summary>Makes a value known from now on. A value that is already known keeps its first meaning.</summary>
    public MintedValue Register(string name, string value, MintedKind kind, string? stimulus = null)
    {
        if (all is not null)
        {
            return all.Register($"{environment}.{name}", value, kind, stimulus);
        }

        var minted = new MintedValue(name, value, kind, stimulus);
        if (!exact.TryAdd(value, minted))
        {
            return exact[value];
        }

        if (kind == MintedKind.Identifier && stimulus is not null)
        {
            lock (gate)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(identifiers, (stimulus, name), out _) ??= []).Add(value);
            }
        }

        if (kind != MintedKind.Identifier && value.Length >= ShortestNeedle)
        {
            lock (gate)
            {
                // The search is extended when it is next needed, for values come in bunches.
                toMask.Add(minted);
                Volatile.Write(ref masked, null);
            }
        }

        Interlocked.Increment(ref version);
        return minted;
    }

    /// <summary>The identifiers of that name that were minted for a stimulus so far, oldest first.</summary>
    public IReadOnlyList<string> IdentifiersOf(string stimulus, string name)
    {
        lock (gate)
        {
            return identifiers.TryGetValue((stimulus, name), out var found) ? [.. found] : [];
        }
    }

    /// <summary>The minted value that this text is, as a whole; null where it is none.</summary>
    public MintedValue? Find(ReadOnlySpan<char> text) => all is not null ? all.Find(text) :
        exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var found) ? found : null;

    /// <summary>True where the text holds nothing that must be masked. The common case, at the speed of a vectorised search.</summary>
    public bool IsClean(ReadOnlySpan<char> text) => Known().IndexIn(text) < 0;

    /// <summary>The text with every secret and personal value masked, and each one found reported.</summary>
    /// <param name="found">Called with the value and the encoding in which it stood.</param>
    public string Mask(string text, Action<MintedValue, string> found)
    {
        var layers = Known();
        if (layers.IndexIn(text) < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (layers.IndexIn(rest) is >= 0 and var start)
        {
            var here = rest[start..];
            var needle = layers.LongestAt(here);
            found(needle.Value, needle.Encoding);
            clean.Append(rest[..start]).Append(needle.Value.Mask);
            rest = here[needle.Text.Length..];
        }

        return clean.Append(rest).ToString();
    }

    private Layers Known()
    {
        if (all is not null)
        {
            return all.Known();
        }

        if (Volatile.Read(ref masked) is { } known)
        {
            return known;
        }

        lock (gate)
        {
            if (masked is null)
            {
                masked = searched = searched.With(toMask);
                toMask.Clear();
            }

            return masked;
        }
    }
}
