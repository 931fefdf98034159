namespace Readiness.Configuration;

/// <summary>What people declare must be complete, and be theirs to declare: capabilities, attestations, waivers.</summary>
internal sealed class Declarations(EffectiveSettings settings, ProfileVocabulary profile, WaiverPolicy? policy, StatementDates dates, EvidenceFiles evidence, List<ConfigurationProblem> problems)
{
    private static readonly string[] AttestationFields = ["name", "role", "date", "statement"];
    private static readonly string[] WaiverFields = ["approver", "role", "reason", "date", "expires"];

    public void Check()
    {
        foreach (var capability in profile.Capabilities) CheckCapability($"capabilities.{capability}");
        foreach (var item in profile.Items)
        {
            CheckKind(item.Value);
            CheckFields($"attestations.{item}", AttestationFields, "an attestation with name, role, date and statement");
            CheckFields($"waivers.{item}", WaiverFields, "a waiver with approver, role, reason, date and expires");
            dates.CheckAttestation($"attestations.{item}");
            dates.CheckWaiver($"waivers.{item}", policy?.Waivable.GetValueOrDefault(item));
            evidence.Check($"attestations.{item}");
            evidence.Check($"waivers.{item}");
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

    private void CheckKind(string item)
    {
        var section = $"attestations.{item}";
        if (profile.Stated is not { } stated || !settings.IsMentioned(section) || stated.Any(one => one.Value == item)) return;
        Report(
            section,
            section,
            $"{item} is judged by what is seen; a statement does not count for it",
            "an item that only a person can state",
            $"remove it, or write {string.Join(" or ", NearestName.Several(item, stated.Select(one => one.Value)))}");
    }

    private void CheckFields(string section, string[] fields, string expected)
    {
        if (!settings.IsMentioned(section)) return;
        foreach (var field in fields.Where(field => !settings.IsGiven($"{section}.{field}")))
            Report(section, $"{section}.{field}", $"{field} is missing", expected, $"set {section}.{field}");
    }

    private void Report(string place, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(place), Key = key, Problem = problem, Expected = expected, Next = next });
}
