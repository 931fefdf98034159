namespace Readiness.Secrets.Sources;

/// <summary>A part of a content.</summary>
/// <param name="bytes">What went before, the middle, and what comes next.</param>
/// <param name="start">Where the middle begins.</param>
/// <param name="end">Where it ends.</param>
/// <param name="line">The line, from 1, in which the middle begins.</param>
internal readonly ref struct Window(ReadOnlySpan<byte> bytes, int start, int end, int line)
{
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The line, from 1, of a place in the middle.</summary>
    public int LineOf(int index) => index >= Start
        ? line + Bytes[Start..index].Count((byte)'\n')
        : line - Bytes[index..Start].Count((byte)'\n');
}
