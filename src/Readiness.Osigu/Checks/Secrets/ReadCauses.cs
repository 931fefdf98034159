using System.Globalization;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>What a process may read its secrets for beside the time that has passed: it started, it asks for a token, or something was refused.</summary>
internal sealed class ReadCauses
{
    /// <summary>Id, client secret and webhook secret may be read one by one.</summary>
    private const int ValuesAtAStart = 3;

    /// <summary>Id and client secret may be read one by one; after a refusal the version before may be read beside the current one.</summary>
    private const int ValuesAtOnce = 2;

    /// <summary>A read comes this soon after what it is for, or this long before the token request that it is for.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(2);

    private readonly TimeSpan[] moments;

    private ReadCauses(IEnumerable<TimeSpan> moments) => this.moments = [.. moments.Order()];

    /// <summary>Every cause, as often as it explains a read.</summary>
    public static ReadCauses Of(Journal journal, IReadOnlyList<Exchange> reads) => new(
    [
        .. Starts(journal).SelectMany(start => FirstReads(reads, start, ValuesAtAStart * (journal.Run?.Processes ?? 1))),
        .. journal.TokenRequests.Select(request => request.At)
            .Concat(journal.Exchanges.Where(exchange => exchange.Status == 401).Select(exchange => exchange.EndedAt ?? exchange.At))
            .Concat(journal.Deliveries.Where(delivery => delivery.Status is 400 or 401 or 403).Select(delivery => delivery.At))
            .SelectMany(moment => Enumerable.Repeat(moment, ValuesAtOnce)),
    ]);

    /// <summary>How many reads between those two may have a cause.</summary>
    public int Within(Exchange first, Exchange last) => Below(last.At + Near, included: true) - Below(first.At - Near, included: false);

    private int Below(TimeSpan moment, bool included)
    {
        var index = Array.BinarySearch(moments, moment);
        if (index < 0)
        {
            return ~index;
        }

        while (index > 0 && moments[index - 1] == moment)
        {
            index--;
        }

        while (included && index < moments.Length && moments[index] == moment)
        {
            index++;
        }

        return index;
    }

    private static IEnumerable<TimeSpan> Starts(Journal journal) => journal.NotesNamed(NoteNames.IntegrationRestarted).Select(note => note.At - Lasted(journal, note)).Prepend(TimeSpan.Zero);

    // The note stands behind the start that it tells of; the wait that was noted before it says when that began.
    private static TimeSpan Lasted(Journal journal, Note restarted) =>
        journal.NotesNamed(NoteNames.Wait).LastOrDefault(wait => wait.At <= restarted.At && wait["for"] == "the integration to restart") is { } wait
        && double.TryParse(wait["seconds"], CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds) + (restarted.At - wait.At)
            : TimeSpan.Zero;

    private static IEnumerable<TimeSpan> FirstReads(IReadOnlyList<Exchange> reads, TimeSpan start, int count) => reads.Where(read => read.At >= start).Take(count).Select(read => read.At);
}
