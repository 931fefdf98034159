using Readiness.Recording;
using Readiness.Verdicts;

namespace Readiness.Reports.Allure;

/// <summary>The attempts at one piece of work: same stimulus, same call.</summary>
/// <param name="Name">The stimulus and the call.</param>
/// <param name="Attempts">In order; at least two.</param>
/// <param name="WatchedUntil">How far the journal was watched for a further attempt.</param>
internal sealed record AttemptLine(string Name, IReadOnlyList<Happening.Called> Attempts, TimeSpan WatchedUntil)
{
    /// <summary>From the end of each answer to the arrival of the next attempt.</summary>
    public IReadOnlyList<TimeSpan> Gaps { get; } =
        [.. Attempts.Zip(Attempts.Skip(1), (former, next) => Longer(next.At - (former.EndedAt ?? former.At)))];

    /// <summary>Silence after the last attempt.</summary>
    public TimeSpan Silence => Longer(WatchedUntil - (Attempts[^1].EndedAt ?? Attempts[^1].At));

    /// <summary>Every line of a scenario in which a call that did not succeed was made more than once.</summary>
    public static IReadOnlyList<AttemptLine> Of(ScenarioResult scenario, ScenarioScope scope, Journal journal)
    {
        var end = journal.NotesNamed(NoteNames.WatchEnded).LastOrDefault(note => note["scenario"] == scenario.Id)?.At ?? journal.End;
        var called = scope.Happenings.OfType<Happening.Called>().ToList();
        return
        [
            .. from stimulus in scenario.Stimuli
               from call in called.Where(call => call.Exchange.Concerns(stimulus)).GroupBy(call => $"{call.Exchange.Request.Method} {call.Exchange.Request.Operation ?? call.Exchange.Request.Target}")
               where call.Skip(1).Any() && call.Any(attempt => !attempt.Exchange.Succeeded)
               select new AttemptLine($"{stimulus}: {call.Key}", [.. call], end),
        ];
    }

    // An overlapping attempt has no gap before it.
    private static TimeSpan Longer(TimeSpan gap) => gap < TimeSpan.Zero ? TimeSpan.Zero : gap;
}
