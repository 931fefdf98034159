using Readiness.Checks;
using Readiness.Checks.Backoff;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>Whether attempts at work that meets a lasting fault pause. Pauses need not grow: jitter makes them shrink half of the time.</summary>
internal static class PausesBetween
{
    /// <summary>No pause fails; short, constant and nested ones are advice. What this machine's lateness may have added to a pause is no proof of one.</summary>
    public static void Judge(Trial trial, IReadOnlyList<FaultyWork> works)
    {
        IReadOnlyList<IReadOnlyList<TimeSpan>> gaps = [.. works.Select(work => work.Attempts.Gaps)];
        var pauses = NoDelay.Judge(gaps);
        var noise = Noise(trial, works);
        trial.Rest(noise.Numbers);
        if (pauses == Pauses.None)
        {
            trial.Breach(
                "a pause between attempts: the first three together 150 ms or more",
                $"{Words(works)}; {noise.Words}",
                "wait before each further attempt, longer each time and with some jitter",
                works.SelectMany(work => work.Attempts.Numbers));
        }
        else if (NoDelay.Judge([.. gaps.Select(one => Without(one, noise.Worst))]) == Pauses.None)
        {
            trial.Lacks($"this machine was too busy to tell a short pause from none: {Words(works)}; {noise.Words}");
        }
        else if (pauses == Pauses.Short)
        {
            trial.Advise($"the pauses between attempts are very short: {Words(works)}; {noise.Words}");
        }

        if (ConstantDelay.IsSeen(gaps))
        {
            trial.Advise("the pauses between attempts never grow; let them grow, with some jitter, so that clients which failed together do not come back together");
        }

        if (NestedRetries.Period(gaps) is { } period)
        {
            trial.Advise($"the pauses start anew after every {period} attempts: it looks as if two layers retry, each on its own");
        }
    }

    /// <summary>The pauses, in words.</summary>
    public static string Words(IReadOnlyList<FaultyWork> works) => works.Any(work => work.Attempts.Retries > 0)
        ? $"pauses of {string.Join("; ", works.Where(work => work.Attempts.Retries > 0).Select(work => Say.List(work.Attempts.Gaps.Select(Say.Seconds))))}"
        : "no further attempts";

    private static TimingNoise Noise(Trial trial, IReadOnlyList<FaultyWork> works) => works.Count == 0
        ? TimingNoise.AtStart(trial.Journal)
        : TimingNoise.Between(trial.Journal, works.Min(work => work.Attempts.Attempts[0].At), works.Max(work => work.LastSeen));

    private static IReadOnlyList<TimeSpan> Without(IReadOnlyList<TimeSpan> gaps, TimeSpan noise) =>
        [.. gaps.Select(gap => gap > noise ? gap - noise : TimeSpan.Zero)];
}
