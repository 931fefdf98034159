namespace Readiness.Osigu.Tests.Webhooks;

/// <summary>Read-backs of effects, in one line each.</summary>
internal static class EventProbes
{
    public static JournalBuilder Effects(this JournalBuilder journal, string eventId, double at, int count, Outcome outcome = Outcome.Succeeded) =>
        journal.Probe("S1", "effects.count", at, $$"""{"count":{{count}}}""", $$"""{"event_id":"{{eventId}}"}""", outcome);

    public static JournalBuilder Total(this JournalBuilder journal, double at, int count) =>
        journal.Probe("S1", "effects.count", at, $$"""{"count":{{count}}}""");
}
