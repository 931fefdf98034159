namespace Readiness.Sealing.Trees;

/// <summary>The lines of a file, each with its line feed, so that together they are the file again.</summary>
internal static class JournalLines
{
    public static IReadOnlyList<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> file)
    {
        List<ReadOnlyMemory<byte>> lines = [];
        while (!file.IsEmpty)
        {
            var end = file.Span.IndexOf((byte)'\n') is >= 0 and var at ? at + 1 : file.Length;
            lines.Add(file[..end]);
            file = file[end..];
        }

        return lines;
    }
}
