using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>Whether attempts stay away as long as a <c>Retry-After</c> asks. Staying away longer, or for good, is right.</summary>
internal static class AskedWaits
{
    /// <summary>Judges every attempt that follows an answer with a <c>Retry-After</c>.</summary>
    /// <returns>What was asked and how long the next attempt stayed away, in words.</returns>
    public static IReadOnlyList<string> Judge(Trial trial, IReadOnlyList<FaultyWork> works)
    {
        List<string> seen = [];
        foreach (var work in works)
        {
            var attempts = work.Attempts.Attempts;
            for (var index = 0; index < attempts.Count; index++)
            {
                if (attempts[index].Response?.Headers.Value("Retry-After") is { } asked && attempts[index].EndedAt is { } answered)
                {
                    // What was under way before the answer was known does not come back early.
                    seen.Add(Judge(trial, attempts[index], answered, asked, attempts.Skip(index + 1).FirstOrDefault(next => next.At >= answered)));
                }
            }
        }

        if (works.Count > 0 && seen.Count == 0)
        {
            trial.Lacks("no answer asked to come back later");
        }

        return seen;
    }

    private static string Judge(Trial trial, Exchange answer, TimeSpan answered, string asked, Exchange? next)
    {
        if (AskedWait.Read(trial.Journal, answered, asked) is not { } wait)
        {
            trial.Lacks($"the Retry-After of {answer.Number} ({asked}) is neither seconds nor a date");
            return "";
        }

        if (next is null)
        {
            return $"asked to wait (Retry-After: {asked}), did not come back";
        }

        var noise = TimingNoise.Between(trial.Journal, answered, next.At);
        var early = wait.Opening - next.At;
        trial.Rest(noise.Numbers);
        if (early > noise.Tolerance(wait.Tolerance))
        {
            trial.Breach(
                $"no further attempt before the time that the answer {answer.Number} gave (Retry-After: {asked})",
                $"attempt {next.Number} came {Say.Seconds(next.At - answered)} after the answer {answer.Number}, {Say.Seconds(early)} early; tolerance {Say.Seconds(noise.Tolerance(wait.Tolerance))}, {noise.Words}",
                "wait as long as Retry-After says, in seconds or up to its date, before sending again; or give up and say so",
                answer.Number,
                next.Number);
        }
        else if (early > wait.Tolerance)
        {
            trial.Lacks($"attempt {next.Number} came {Say.Seconds(early)} early, which this machine's noise may explain: {noise.Words}");
        }

        return $"asked to wait (Retry-After: {asked}), came back after {Say.Seconds(next.At - answered)}";
    }
}
