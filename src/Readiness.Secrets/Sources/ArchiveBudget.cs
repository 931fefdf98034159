namespace Readiness.Secrets.Sources;

/// <summary>What one archive may still grow to, with all that is in it.</summary>
internal sealed class ArchiveBudget(ArchiveLimits limits)
{
    private long bytes;
    private int entries;

    /// <exception cref="ArchiveLimitException">That is one too many.</exception>
    public void Entry()
    {
        if (++entries > limits.Entries)
        {
            throw new ArchiveLimitException($"it holds more than {limits.Entries} entries");
        }
    }

    /// <exception cref="ArchiveLimitException">That is too much.</exception>
    public void Bytes(int count)
    {
        bytes += count;
        if (bytes > limits.ExpandedBytes)
        {
            throw new ArchiveLimitException($"it grows to more than {limits.ExpandedBytes} bytes");
        }
    }
}
