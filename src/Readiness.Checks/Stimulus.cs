using Readiness.Recording;

namespace Readiness.Checks;

/// <summary>One piece of work with its own fixtures, as the journal notes it.</summary>
public sealed record Stimulus(string Id, TimeSpan At, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>What it is for, in the scenario's own words; how a check finds it.</summary>
    public string Purpose => Data.GetValueOrDefault("purpose", "");

    /// <summary>What the profile noted under that key, or null.</summary>
    public string? this[string key] => Data.GetValueOrDefault(key);

    internal static Stimulus From(Note note) => new(note["stimulus"] ?? "", note.At, note.Data);
}
