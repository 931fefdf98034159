namespace Readiness.Osigu.Tests;

/// <summary>An entry of a journal whose number is known only once all entries are.</summary>
internal sealed class DraftEntry(Func<int, JournalEntry> make)
{
    public TimeSpan At { get; } = make(0).At;

    public int Number { get; set; }

    public JournalEntry Entry => make(Number);
}
