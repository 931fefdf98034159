using System.Collections.Concurrent;

namespace Readiness.Secrets.Allowing;

/// <summary>What named persons accept, and which of it was needed.</summary>
public sealed class AllowList
{
    private readonly ILookup<(string Rule, string Fingerprint), (AllowEntry Entry, Glob Glob)> entries;
    private readonly ConcurrentDictionary<AllowEntry, bool> used = new(ReferenceEqualityComparer.Instance);

    internal AllowList(IReadOnlyList<AllowEntry> entries)
    {
        All = entries;
        this.entries = entries.Select(entry => (Entry: entry, Glob: new Glob(entry.Path))).ToLookup(one => (one.Entry.Rule, one.Entry.Fingerprint));
    }

    /// <summary>Nothing is accepted.</summary>
    public static AllowList None => new([]);

    public IReadOnlyList<AllowEntry> All { get; }

    internal IReadOnlyList<AllowEntry> Unused => [.. All.Where(entry => !used.ContainsKey(entry))];

    /// <summary>The entry that allows this; null where none does. It counts as used from then on.</summary>
    internal AllowEntry? For(string rule, string path, string fingerprint)
    {
        foreach (var (entry, glob) in entries[(rule, fingerprint)])
        {
            if (glob.Matches(path))
            {
                used[entry] = true;
                return entry;
            }
        }

        return null;
    }
}
