namespace Readiness.Secrets.Sources;

/// <summary>A part of an archive, counted against what the archive may grow to. The stream below stays open.</summary>
internal sealed class BudgetStream(Stream below, ArchiveBudget budget) : ReadingStream
{
    public override int Read(Span<byte> buffer)
    {
        var read = below.Read(buffer);
        budget.Bytes(read);
        return read;
    }
}
