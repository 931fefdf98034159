using System.Collections.Concurrent;

namespace Readiness.Recording;

/// <summary>Remembers how a text was redacted in which nothing minted stood. Clients send the same lines again and again; entries then share one string.</summary>
/// <param name="redact">Redacts a text that is not remembered.</param>
internal sealed class CleanTexts<TText, TShown>(MintedValues minted, Func<TText, Facts, TShown> redact)
    where TText : notnull
{
    // A client that invents a new line each time must not fill the memory.
    private const int Most = 1024;

    private readonly ConcurrentDictionary<TText, (int Version, TShown Shown)> known = new();

    /// <summary>What it was redacted to; redacts it where it is new, or where values were minted since.</summary>
    public TShown Redact(TText text, Facts facts)
    {
        var version = minted.Version;
        if (known.TryGetValue(text, out var before) && before.Version == version)
        {
            return before.Shown;
        }

        var found = facts.Count;
        var shown = redact(text, facts);
        if (facts.Count == found)
        {
            if (known.Count >= Most)
            {
                known.Clear();
            }

            known[text] = (version, shown);
        }

        return shown;
    }
}
