using Readiness.Checklist;

namespace Readiness.Configuration;

/// <summary>Everything that can be wrong with one value by itself.</summary>
internal sealed class ValueCheck(ProfileVocabulary? profile, ProviderHosts hosts, HarmlessNames harmless, IReadOnlyDictionary<string, string> variables, List<ConfigurationProblem> problems)
{
    public void Check(Setting setting, WrittenKind kind)
    {
        if (TypeCheck.Fault(setting, kind) is var (problem, next))
            Report(setting, problem, setting.Key.Expected, next);
        CheckTemplates(setting);
        CheckSecret(setting);
        CheckReference(setting);
        CheckProductionHost(setting);
        CheckReason(setting);
        CheckItem(setting);
        CheckHeader(setting);
    }

    private void CheckTemplates(Setting setting)
    {
        if (setting.Key.Templates is not { } allowed) return;
        var expected = allowed.Count == 0
            ? "no template; they are filled in only in args, in environment and, for the port, in URLs"
            : "only " + string.Join(", ", allowed.Select(Braced));
        foreach (var name in ConfigurationTemplates.UsedIn(setting.Value).Except(allowed))
        {
            var exists = ConfigurationTemplates.All.Contains(name);
            if (!exists && allowed.Count == 0) continue;

            var near = NearestName.Of(name, allowed);
            Report(
                setting,
                exists ? $"the template {Braced(name)} is not filled in here" : $"there is no template {Braced(name)}",
                expected,
                near is null ? $"write the value itself in place of {Braced(name)}" : $"write {Braced(near)}");
        }
    }

    private void CheckSecret(Setting setting)
    {
        if (SecretNames.IsWrittenOut(setting))
            Report(setting, SecretNames.WrittenOut, SecretNames.Expected, setting.Key.TakesReferences ? SecretNames.NextForReferences : SecretNames.NextForArguments);
        else if (SecretNames.IsUrlWithCredentials(setting.Value))
            Report(setting, "the URL carries a user name or a password", SecretNames.Expected, "take the part before the @ out of the URL");
    }

    private void CheckReference(Setting setting)
    {
        if (setting.Key.TakesReferences
            && SecretReference.Parse(setting.Value) is { } reference
            && variables.GetValueOrDefault(reference.Variable) is null or "")
        {
            Report(setting, $"the environment variable {reference.Variable} is not set", "a variable with a value", $"set {reference.Variable} where the harness is started");
        }
    }

    private void CheckProductionHost(Setting setting)
    {
        if (harmless.Covers(setting)) return;

        // What a reference stands for is looked at as well: a production address in a variable is as dangerous.
        var value = setting.Key.TakesReferences && SecretReference.Parse(setting.Value) is { } reference
            ? variables.GetValueOrDefault(reference.Variable) ?? ""
            : setting.Value;
        if (HostNames.NamedIn(value, hosts.Production) is { } host)
            Report(setting, $"it names the production host {host}", "no production host anywhere in the configuration", setting.Key.Base == HarmlessNames.Environment
                ? "use the sandbox: {sandbox.url} or {token.url}; where the variable does no harm, say why in integration.harmless"
                : "use the sandbox: {sandbox.url} or {token.url} where templates are filled in, its address elsewhere");
    }

    private void CheckReason(Setting setting)
    {
        if (setting.Key.Base == HarmlessNames.Section && string.IsNullOrWhiteSpace(setting.Value))
            Report(setting, "there is no reason", "why it does no harm, in words", "say why, or take it out");
    }

    private void CheckItem(Setting setting)
    {
        if (setting.Key.Base != "run.items" || profile is null || ItemNames.Matching(setting.Value, profile.Items).Count > 0) return;
        var near = NearestName.Of(setting.Value, ItemNames.Of(profile.Items));
        Report(
            setting,
            ItemNames.IsPattern(setting.Value) ? $"no checklist item matches '{setting.Value}'" : $"no checklist item is called '{setting.Value}'",
            $"an item of the profile {profile.Name}",
            near is null ? "'readiness items' lists them all" : $"write {near}; 'readiness items' lists them all");
    }

    private void CheckHeader(Setting setting)
    {
        if (setting.Key.Base != "driver.headers") return;
        var name = setting.Path[(setting.Key.Base.Length + 1)..];
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)))
            Report(setting, $"'{name}' cannot be the name of a header", "letters, digits and '-'", "correct the header's name");
        if (setting.Value.Any(c => char.IsControl(c) && c != '\t'))
            Report(setting, "the value has a line end or another control character", "text of one line", "take it out");
    }

    private void Report(Setting setting, string problem, string expected, string next) =>
        problems.Add(new() { Where = setting.Where, Key = setting.Path, Problem = problem, Expected = expected, Next = next });

    private static string Braced(string name) => $"{{{name}}}";
}
