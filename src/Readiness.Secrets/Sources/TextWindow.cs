namespace Readiness.Secrets.Sources;

/// <summary>A part of a content as characters.</summary>
/// <param name="text">What went before, the middle, and what comes next.</param>
/// <param name="start">Where the middle begins.</param>
/// <param name="end">Where it ends.</param>
/// <param name="line">The line, from 1, in which the middle begins; null for a content without lines.</param>
internal readonly ref struct TextWindow(ReadOnlySpan<char> text, int start, int end, int? line)
{
    public ReadOnlySpan<char> Text { get; } = text;

    public int Start { get; } = start;

    public int End { get; } = end;

    public bool HasLines => line is not null;

    /// <summary>The line, from 1, of a place; null for a content without lines.</summary>
    public int? LineOf(int index) => index >= Start ? line + Text[Start..index].Count('\n') : line - Text[index..Start].Count('\n');
}
