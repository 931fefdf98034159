using Readiness.Checks;
using Readiness.Recording;
using Readiness.Running.Profiles;
using Readiness.Running.Progress;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>The end of a run: work that was held until now, watches that still go on, and a last sign of life.</summary>
internal sealed class Closing(RunContext context, IProfileSession session, IntegrationUnderTest integration, RunJudge judge, IRunProgress progress)
{
    // Watches need traffic beside them, so that silence is the integration's choice and not its death.
    private static readonly TimeSpan BetweenCanaries = TimeSpan.FromSeconds(15);

    // A timer of the system may ring a tick before its time.
    private static readonly TimeSpan TimerEarly = TimeSpan.FromMilliseconds(20);

    private readonly Queue<Func<Task>> held = new();

    /// <summary>Keeps work for the end of the run, such as a decision that stays away until then.</summary>
    public void Hold(Func<Task> work) => held.Enqueue(work);

    /// <summary>Does the held work now.</summary>
    public async Task Release()
    {
        while (held.TryDequeue(out var work))
        {
            await work();
        }
    }

    /// <summary>Waits out every watch, and ends with a canary.</summary>
    /// <param name="scenarios">The scenarios that completed.</param>
    public async Task Watch(IReadOnlyCollection<string> scenarios)
    {
        await Release();
        var asked = await Alive();
        string? told = null;
        while (Next(scenarios, asked) is { } undecided)
        {
            if (told != undecided.WaitingFor)
            {
                told = undecided.WaitingFor;
                progress.Waiting(undecided.WaitingFor, undecided.Until - context.Recorder.Now);
            }

            var pause = Shorter(undecided.Until - context.Recorder.Now + TimerEarly, BetweenCanaries);
            if (pause > TimeSpan.Zero)
            {
                await context.Wait($"watch: {undecided.WaitingFor}", pause);
            }

            context.Recorder.Note(NoteNames.WatchEnded, ("for", undecided.WaitingFor));
            asked = await Alive();
        }
    }

    /// <returns>When it was asked for: it is a sign of life for what ended before, not for what ended while a slow integration was at it.</returns>
    private async Task<TimeSpan> Alive()
    {
        var asked = context.Recorder.Now;
        await session.Canary(integration, context.Cancellation);
        return asked;
    }

    /// <summary>The watch that ends last, or null where every check has decided. A watch that ended before the last canary was asked for and still does not decide is left to the final judgement.</summary>
    private Judgement.Undecided? Next(IReadOnlyCollection<string> scenarios, TimeSpan asked)
    {
        var journal = context.Recorder.Snapshot();
        return scenarios.SelectMany(scenario => judge.Provisional(journal, scenario))
            .Select(pair => pair.Judgement).OfType<Judgement.Undecided>()
            .Where(undecided => undecided.Until > asked)
            .MaxBy(undecided => undecided.Until);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
