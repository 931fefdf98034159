using System.Globalization;

namespace Readiness.Configuration;

/// <summary>What people declare must be complete: capabilities, attestations, waivers.</summary>
internal sealed class Declarations(EffectiveSettings settings, ProfileVocabulary profile, TimeProvider time, List<ConfigurationProblem> problems)
{
    private static readonly string[] AttestationFields = ["name", "role", "date", "statement"];
    private static readonly string[] WaiverFields = ["approver", "reason", "expires"];

    private DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public void Check()
    {
        foreach (var capability in profile.Capabilities) CheckCapability($"capabilities.{capability}");
        foreach (var item in profile.Items)
        {
            CheckFields($"attestations.{item}", AttestationFields, "an attestation with name, role, date and statement");
            CheckFields($"waivers.{item}", WaiverFields, "a waiver with approver, reason and expires");
            CheckDate($"attestations.{item}.date");
            CheckExpiry($"waivers.{item}.expires");
        }
    }

    private void CheckCapability(string section)
    {
        if (!settings.IsMentioned(section)) return;
        if (!settings.IsGiven($"{section}.used"))
            Report(section, $"{section}.used", "used is missing", "true or false", $"set {section}.used");
        else if (!settings.IsTrue($"{section}.used") && !settings.IsGiven($"{section}.reason"))
            Report($"{section}.used", $"{section}.reason", "the capability is not used, and no reason is given", "a reason that a reviewer can follow", $"set {section}.reason");
    }

    private void CheckFields(string section, string[] fields, string expected)
    {
        if (!settings.IsMentioned(section)) return;
        foreach (var field in fields.Where(field => !settings.IsGiven($"{section}.{field}")))
            Report(section, $"{section}.{field}", $"{field} is missing", expected, $"set {section}.{field}");
    }

    private void CheckDate(string key)
    {
        // One day of grace: the person who signs may live where it is tomorrow already.
        if (settings.Text(key) is { } text && TypeCheck.IsDate(text, out var date) && date > Today.AddDays(1))
            Report(key, key, $"{text} is in the future", $"a day up to today, {Written(Today)}", "write the day on which the statement was made");
    }

    private void CheckExpiry(string key)
    {
        if (settings.Text(key) is { } text && TypeCheck.IsDate(text, out var date) && date < Today)
            Report(key, key, $"the waiver expired on {text}", $"a last day from today on, {Written(Today)}", "remove the waiver, or have it approved again until a later day");
    }

    private static string Written(DateOnly day) => day.ToString(TypeCheck.DateFormat, CultureInfo.InvariantCulture);

    private void Report(string place, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(place), Key = key, Problem = problem, Expected = expected, Next = next });
}
