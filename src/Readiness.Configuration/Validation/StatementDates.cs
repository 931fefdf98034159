using System.Globalization;

namespace Readiness.Configuration;

/// <summary>What people state or accept has a day on which it was said, and often a last one. Both must make sense, today and by the policy.</summary>
internal sealed class StatementDates(EffectiveSettings settings, WaiverPolicy? policy, TimeProvider time, List<ConfigurationProblem> problems)
{
    private DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public void CheckAttestation(string section)
    {
        CheckDate($"{section}.date", "write the day on which the statement was made");
        CheckExpiry(section, "attestation", "have the statement made again, or remove its end");
        if (policy?.StatementDays is { } days && Day($"{section}.date") is { } date && date.AddDays(days) < Today)
        {
            Report(
                $"{section}.date",
                $"the statement is from {Written(date)}, {Today.DayNumber - date.DayNumber} days ago",
                $"a statement of the last {days} days, as {policy.File} wants it",
                "have the statement made again");
        }
    }

    public void CheckWaiver(string section, WaiverAllowance? allowance)
    {
        CheckDate($"{section}.date", "write the day on which the waiver was approved");
        CheckExpiry(section, "waiver", "remove the waiver, or have it approved again until a later day");
        if (allowance?.MostDays is { } days && Day($"{section}.date") is { } date && Day($"{section}.expires") is { } last && last > date.AddDays(days))
        {
            Report(
                $"{section}.expires",
                $"the waiver lasts {last.DayNumber - date.DayNumber} days",
                $"at most {days} days, as {policy!.File} allows: until {Written(date.AddDays(days))}",
                "shorten it, or have the policy changed");
        }
    }

    private void CheckDate(string key, string next)
    {
        // One day of grace: the person who signs may live where it is tomorrow already.
        if (Day(key) is { } date && date > Today.AddDays(1))
            Report(key, $"{Written(date)} is in the future", $"a day up to today, {Written(Today)}", next);
    }

    private void CheckExpiry(string section, string what, string next)
    {
        if (Day($"{section}.expires") is not { } last) return;
        if (last < Today)
            Report($"{section}.expires", $"the {what} expired on {Written(last)}", $"a last day from today on, {Written(Today)}", next);
        else if (Day($"{section}.date") is { } date && last < date)
            Report($"{section}.expires", $"the {what} ends on {Written(last)}, before it begins on {Written(date)}", "a last day after its date", "correct one of the two");
    }

    private DateOnly? Day(string key) => settings.Text(key) is { } text && TypeCheck.IsDate(text, out var date) ? date : null;

    private static string Written(DateOnly day) => day.ToString(TypeCheck.DateFormat, CultureInfo.InvariantCulture);

    private void Report(string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(key), Key = key, Problem = problem, Expected = expected, Next = next });
}
