namespace Readiness.Recording;

/// <summary>Something the harness did or knew: a scenario's start, a planned fault, the end of a watch.</summary>
public sealed record Note : JournalEntry
{
    /// <summary>One of <see cref="NoteNames"/>, or a profile's own.</summary>
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();

    /// <summary>The value under that key, or null.</summary>
    public string? this[string key] => Data.GetValueOrDefault(key);
}
