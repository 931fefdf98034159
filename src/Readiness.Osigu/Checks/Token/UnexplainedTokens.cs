using System.Globalization;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>Tokens that were asked for although nothing had happened to the ones before.</summary>
/// <remarks>Counts over a whole run leave room for as many needless tokens as the harness caused needed ones; here each token has to have a cause of its own.</remarks>
internal static class UnexplainedTokens
{
    /// <summary>As many are no proof: a cache may be used for the first time late in the run.</summary>
    public const int Tolerated = 1;

    // Several operations that met the same cause may ask one after the other.
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(30);

    // Clients renew up to five minutes early; some seconds more are for the time that the answer took.
    private static readonly TimeSpan EarliestRenewal = TimeSpan.FromSeconds(310);

    /// <param name="renewal">After this time a token may be renewed by itself.</param>
    public static IReadOnlyList<Exchange> In(Journal journal, int processes, TimeSpan renewal)
    {
        Queue<TimeSpan> causes = new(Causes(journal, processes).Order());
        List<TimeSpan> open = [];
        List<Exchange> unexplained = [];
        var last = TimeSpan.Zero;
        foreach (var request in journal.TokensIssued)
        {
            while (causes.TryPeek(out var cause) && cause <= request.At)
            {
                open.Add(causes.Dequeue());
            }

            Settle(open, last, request.At, processes);
            if (open.Count > 0)
            {
                open.RemoveAt(0);
            }
            else if (request.At - last < renewal)
            {
                unexplained.Add(request);
            }

            last = request.At;
        }

        return unexplained;
    }

    /// <summary>The last token settled what had caused it some time ago, but for what other processes may still have to make good.</summary>
    private static void Settle(List<TimeSpan> open, TimeSpan last, TimeSpan now, int processes)
    {
        var settled = open.Count(cause => cause <= last && cause < now - Lasting);
        if (settled >= processes)
        {
            open.RemoveRange(0, settled - (processes - 1));
        }
    }

    private static IEnumerable<TimeSpan> Causes(Journal journal, int processes) =>
    [
        .. Enumerable.Repeat(TimeSpan.Zero, processes),
        .. journal.NotesNamed(NoteNames.IntegrationRestarted).SelectMany(note => Enumerable.Repeat(note.At, processes)),
        .. journal.NotesNamed(NoteNames.TokenRevoked).SelectMany(note => Enumerable.Repeat(note.At, Math.Max(processes, Parallel(note)))),
        .. journal.NotesNamed(OsiguNotes.ShortLivedToken).SelectMany(note => Enumerable.Repeat(note.At, processes).Concat(Enumerable.Repeat(note.At + Life(note) - EarliestRenewal, processes))),
        .. journal.Exchanges.Where(exchange => exchange is { Status: 401, Request.Operation: not "token" }).Select(exchange => exchange.EndedAt ?? exchange.At),
    ];

    private static int Parallel(Note note) => int.TryParse(note[OsiguNotes.Parallel], NumberStyles.None, CultureInfo.InvariantCulture, out var operations) ? operations : 0;

    private static TimeSpan Life(Note note) =>
        TimeSpan.FromSeconds(double.TryParse(note["lifetime"], CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);
}
