using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>Whether work that met a passing fault ends as what the provider's last answer says.</summary>
internal static class Survival
{
    /// <summary>Succeeded where an attempt was answered, told where none was. Giving up early is few, and not wrong.</summary>
    /// <param name="what">What the user must be told, such as <c>that the provider is busy</c>.</param>
    public static void Judge(Trial trial, OperationCall call, FaultyWork work, string what)
    {
        var series = work.Attempts;
        if (call.Outcome == Outcome.Unanswered && !trial.Hung(call))
        {
            return;
        }

        if ((call.Outcome == Outcome.Succeeded) != series.Succeeded)
        {
            trial.Breach(
                "the look-up succeeds once the provider answers it, and not before",
                $"the operation ended as {UserMessages.Word(call)} ({call.Number}); the attempts were answered {Say.List(series.Attempts.Select(attempt => attempt.Status))}",
                "take the outcome from the last answer of the provider",
                [.. series.Numbers, call.Number]);
        }
        else if (!series.Succeeded)
        {
            UserMessages.MustTell(trial, call, what);
            trial.Advise($"gave up after {Say.Count(series.Attempts.Count, "attempt")} ({Say.List(series.Numbers)}); a later one would have succeeded");
        }
    }
}
