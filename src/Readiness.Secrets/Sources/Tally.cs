using System.Collections.Concurrent;

namespace Readiness.Secrets.Sources;

/// <summary>Counts what a scan covers while many threads scan, and tells how far it is.</summary>
internal sealed class Tally(IProgress<ScanProgress>? progress, Func<int> findings)
{
    private const int MostUnread = 1000;

    /// <summary>Bytes between two messages about the progress.</summary>
    private const long Stride = 1 << 22;

    private readonly ConcurrentQueue<Unread> unread = new();
    private readonly ConcurrentQueue<Unread> failed = new();
    private readonly ConcurrentQueue<HistoryCoverage> histories = new();
    private long files;
    private long bytes;
    private long archives;
    private long entries;
    private long entryBytes;
    private long links;
    private long empty;
    private long excluded;
    private long installed;
    private long objects;
    private long objectsInAll;
    private long read;
    private int unreadCount;

    public void File(long length)
    {
        Interlocked.Increment(ref files);
        Interlocked.Add(ref bytes, length);
    }

    public void Archive() => Interlocked.Increment(ref archives);

    public void Entry(long length)
    {
        Interlocked.Increment(ref entries);
        Interlocked.Add(ref entryBytes, length);
    }

    public void Link() => Interlocked.Increment(ref links);

    public void Empty() => Interlocked.Increment(ref empty);

    public void Excluded() => Interlocked.Increment(ref excluded);

    public void Installed() => Interlocked.Increment(ref installed);

    public void ExpectObjects(long count) => Interlocked.Add(ref objectsInAll, count);

    public void Object() => Interlocked.Increment(ref objects);

    public void History(HistoryCoverage history) => histories.Enqueue(history);

    public void Unread(string path, string why)
    {
        if (Interlocked.Increment(ref unreadCount) <= MostUnread)
        {
            unread.Enqueue(new Unread(path, why));
        }
    }

    public void Failed(string path, string why) => failed.Enqueue(new Unread(path, why));

    /// <summary>So many bytes more were looked at.</summary>
    public void Read(int count)
    {
        var now = Interlocked.Add(ref read, count);
        if (progress is not null && now / Stride != (now - count) / Stride)
        {
            Tell();
        }
    }

    public void Tell() => progress?.Report(new ScanProgress(
        Interlocked.Read(ref files), Interlocked.Read(ref read), Interlocked.Read(ref objects), Interlocked.Read(ref objectsInAll), findings()));

    public Coverage Coverage(IReadOnlyList<string> notSearched, Func<string, string> veil) => new()
    {
        Files = files,
        Bytes = bytes,
        Archives = archives,
        Entries = entries,
        EntryBytes = entryBytes,
        Links = links,
        Empty = empty,
        Excluded = excluded,
        Installed = installed,
        Histories = [.. histories.Select(history => history with { Repository = veil(history.Repository) }).OrderBy(history => history.Repository, StringComparer.Ordinal)],
        Unread = Sorted(unread, veil),
        UnreadCount = unreadCount,
        Failed = Sorted(failed, veil),
        NotSearched = notSearched,
    };

    private static IReadOnlyList<Unread> Sorted(IEnumerable<Unread> list, Func<string, string> veil) =>
        [.. list.Select(one => new Unread(veil(one.Path), veil(one.Why))).OrderBy(one => one.Path, StringComparer.Ordinal)];
}
