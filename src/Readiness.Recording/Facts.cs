namespace Readiness.Recording;

/// <summary>Collects where minted values were seen while a message is redacted.</summary>
public sealed class Facts(MintedValues minted)
{
    private List<Occurrence>? seen;

    public IReadOnlyList<Occurrence> Seen => seen is null ? [] : seen;

    internal int Count => seen?.Count ?? 0;

    internal void Add(MintedValue value, string where, string encoding) =>
        (seen ??= new(4)).Add(new Occurrence { Name = value.Name, Stimulus = value.Stimulus, Where = where, Encoding = encoding });

    internal string Mask(string text, Place place)
    {
        if (minted.IsClean(text))
        {
            return text;
        }

        var where = place.ToString();
        return minted.Mask(text, (value, encoding) => Add(value, where, encoding));
    }

    /// <summary>Drops what was added after that count.</summary>
    internal void Forget(int from) => seen?.RemoveRange(from, seen.Count - from);
}
