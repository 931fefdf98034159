using Readiness.Checks.Backoff;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>Whether attempts at work that cannot succeed come to an end.</summary>
internal static class AttemptEnd
{
    /// <summary>Judges the number of attempts, and watches that no further one follows.</summary>
    public static void Judge(Trial trial, IReadOnlyList<FaultyWork> works)
    {
        foreach (var work in works)
        {
            Count(trial, work.Attempts);
            After(trial, work);
        }

        IReadOnlyList<FaultyWork> ended = [.. works.Where(work => work.Call is not null)];
        if (ended.Count > 0)
        {
            trial.Watched(ended.Min(work => work.Call!.At), ended.Max(work => work.LastSeen + Watch(trial.Journal, work)));
        }
    }

    /// <summary>How it ended, in words.</summary>
    public static string Seen(Journal journal, IReadOnlyList<FaultyWork> works)
    {
        var silence = Say.Seconds(journal.End - works.Max(work => work.LastSeen));
        return $"gave up after {Say.List(works.Select(work => work.Attempts.Attempts.Count))} attempt{(works.All(work => work.Attempts.Retries == 0) ? "" : "s")}, and said so; silent for {silence} since";
    }

    private static void Count(Trial trial, AttemptSeries series)
    {
        var span = series.Attempts[^1].At - series.Attempts[0].At;
        if (AttemptLimit.IsExceeded(series))
        {
            trial.Breach(
                "at most 25 attempts at one piece of work",
                $"{Say.Count(series.Attempts.Count, "attempt")} within {Say.Seconds(span)}",
                "stop after a few attempts, across all layers that retry, and tell the user",
                series.Numbers);
        }
        else if (AttemptLimit.IsRemarkable(series))
        {
            trial.Advise($"{Say.Count(series.Attempts.Count, "attempt")} at one piece of work within {Say.Seconds(span)} are many (from {series.Numbers[0]} on): up to 10 are usual");
        }
    }

    private static void After(Trial trial, FaultyWork work)
    {
        if (work.Call is { Outcome: Outcome.Failed, EndedAt: { } told } && work.Attempts.Attempts.Where(attempt => attempt.At > told).ToArray() is { Length: > 0 } late)
        {
            trial.Advise($"{Say.Count(late.Length, "further attempt")} after the operation had ended as failed ({Say.List(late.Select(attempt => attempt.Number))})");
        }
    }

    private static TimeSpan Watch(Journal journal, FaultyWork work) => work.Attempts.Retries == 0
        ? QuietWatch.Of(journal)
        : BoundedWatch.Length(work.Attempts.Gaps, work.Call!.Outcome is Outcome.Failed or Outcome.Unknown, TimeSpan.Zero);
}
