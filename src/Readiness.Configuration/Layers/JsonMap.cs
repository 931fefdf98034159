namespace Readiness.Configuration;

/// <summary>Where in a JSON file every value stands, and what keeps the file from being read.</summary>
internal sealed record JsonMap
{
    public required IReadOnlyList<JsonPlace> Places { get; init; }

    public required IReadOnlyList<JsonDuplicate> Duplicates { get; init; }

    /// <summary>The first error, or null for a file that parses.</summary>
    public required JsonFault? Fault { get; init; }
}

/// <summary>One value: its path with colons, how it is written, its text, and its line, counted from 1.</summary>
internal sealed record JsonPlace(string Path, WrittenKind Kind, string? Value, int Line);

/// <summary>A key that one object has twice; names that differ only in case are the same.</summary>
internal sealed record JsonDuplicate(string Path, int FirstLine, int Line);

/// <summary>What is wrong at a line and column, both counted from 1.</summary>
internal sealed record JsonFault(int Line, int Column, string Message);
