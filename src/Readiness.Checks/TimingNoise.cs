using System.Globalization;
using Readiness.Recording;

namespace Readiness.Checks;

/// <summary>How late this machine was, as the run measured it: what a verdict that rests on timing has to allow for.</summary>
/// <remarks>
/// An answer is on record before its last byte leaves, and a request from its first byte on, so a lateness of this machine makes pauses look longer
/// and never shorter. It can hide a client that does not pause, and make an acknowledgement look late. What lies within the noise is inconclusive.
/// </remarks>
/// <param name="Timers">The worst lateness of a timer.</param>
/// <param name="RoundTrips">The longest round trip of one byte over the loopback.</param>
/// <param name="Numbers">The journal's notes that it comes from; none where nothing was measured.</param>
public sealed record TimingNoise(TimeSpan Timers, TimeSpan RoundTrips, IReadOnlyList<int> Numbers)
{
    private static readonly TimeSpan None = TimeSpan.Zero;

    /// <summary>The worse of the two; zero where nothing was measured.</summary>
    public TimeSpan Worst => Timers > RoundTrips ? Timers : RoundTrips;

    /// <summary>What was measured at the start of the run.</summary>
    public static TimingNoise AtStart(Journal journal) => From([.. journal.NotesNamed(NoteNames.TimingNoise).Take(1)]);

    /// <summary>The worst of what was measured at the start of the run and between these two moments of it.</summary>
    public static TimingNoise Between(Journal journal, TimeSpan from, TimeSpan to) => From(
    [
        .. journal.NotesNamed(NoteNames.TimingNoise).Where((note, index) => index == 0 || (note.At >= from && note.At - Seconds(note, "over") <= to)),
    ]);

    /// <summary>The tolerance of a verdict: what the rule allows, or the noise where that is more.</summary>
    public TimeSpan Tolerance(TimeSpan least) => Worst > least ? Worst : least;

    /// <summary>For the evidence, such as <c>timers were up to 3 ms late, round trips took up to 1 ms (note 14)</c>.</summary>
    public string Words => Numbers.Count == 0
        ? "the noise of this machine was not measured"
        : $"timers were up to {Milliseconds(Timers)} late, round trips took up to {Milliseconds(RoundTrips)} ({(Numbers.Count == 1 ? "note" : "notes")} {string.Join(", ", Numbers)})";

    private static TimingNoise From(IReadOnlyList<Note> notes)
    {
        // The longest measurements are told apart by their notes; more than a few of those help nobody.
        var worst = notes.OrderByDescending(note => Max(Seconds(note, "timers"), Seconds(note, "round_trips"))).Take(3).Select(note => note.Number).Order();
        return new TimingNoise(
            notes.Select(note => Seconds(note, "timers")).DefaultIfEmpty(None).Max(),
            notes.Select(note => Seconds(note, "round_trips")).DefaultIfEmpty(None).Max(),
            [.. worst]);
    }

    private static TimeSpan Seconds(Note note, string key) =>
        double.TryParse(note[key], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : None;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMilliseconds):0} ms");
}
