using System.Buffers;
using System.IO.Pipelines;

namespace Readiness.Sandbox.Hosting;

/// <summary>What has arrived on a connection and was not used yet, with the time of the last arrival.</summary>
internal sealed class ByteFeed(PipeReader input, TimeProvider clock)
{
    private bool held;

    /// <summary>The clock that takes the times.</summary>
    public TimeProvider Clock => clock;

    public ReadOnlySequence<byte> Unread { get; private set; }

    /// <summary>True once the client has closed or reset its side: nothing follows <see cref="Unread"/>.</summary>
    public bool Ended { get; private set; }

    /// <summary>Why nothing could be read any more; null where the client closed in order, or has not ended.</summary>
    public IOException? Fault { get; private set; }

    /// <summary>When the newest of these bytes came in, as a timestamp.</summary>
    public long ReadAt { get; private set; }

    /// <summary>Waits until more has arrived than stands in <see cref="Unread"/>, or the end.</summary>
    public async ValueTask More(CancellationToken cancellation)
    {
        if (held)
        {
            input.AdvanceTo(Unread.Start, Unread.End);
            held = false;
        }

        try
        {
            var result = await input.ReadAsync(cancellation);
            Unread = result.Buffer;
            Ended = result.IsCompleted;
            held = true;
        }
        catch (IOException fault)
        {
            // A reset is an end like any other: the client went away.
            Unread = default;
            Ended = true;
            Fault = fault;
        }

        ReadAt = clock.GetTimestamp();
    }

    /// <summary>Waits until there is anything to use; false at the end.</summary>
    public async ValueTask<bool> Any(CancellationToken cancellation)
    {
        while (Unread.IsEmpty && !Ended)
        {
            await More(cancellation);
        }

        return !Unread.IsEmpty;
    }

    /// <summary>Marks that many bytes as used.</summary>
    public void Skip(long bytes) => Unread = Unread.Slice(bytes);
}
