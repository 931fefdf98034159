namespace Readiness.Recording;

/// <summary>Collects where minted values were seen while a message is redacted.</summary>
public sealed class Facts(MintedValues minted)
{
    private readonly List<Occurrence> seen = [];

    public IReadOnlyList<Occurrence> Seen => seen;

    internal void Add(MintedValue value, string where, string encoding) =>
        seen.Add(new Occurrence { Name = value.Name, Stimulus = value.Stimulus, Where = where, Encoding = encoding });

    internal string Mask(string text, string where) => minted.IsClean(text) ? text : minted.Mask(text, (value, encoding) => Add(value, where, encoding));
}
