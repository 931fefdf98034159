namespace Readiness.Configuration;

/// <summary>Finds out what the settings of a layer mean, and reports those that mean nothing or have the wrong shape.</summary>
internal sealed class LayerCheck(KeySchema schema, ValueCheck values, List<ConfigurationProblem> problems)
{
    private const string CapabilitySection = "capabilities";

    public Layer Check(WrittenLayer written)
    {
        var layer = new Layer();
        List<string> reported = [];
        foreach (var setting in written.Settings)
        {
            // One message for a section that should not be there, not one for each thing inside it.
            if (reported.Any(path => setting.Path.StartsWith(path + ".", StringComparison.OrdinalIgnoreCase))) continue;
            if (!schema.IsBeyondJudgement(setting.Path) && !Take(layer, setting)) reported.Add(setting.Path);
        }

        return layer;
    }

    private bool Take(Layer layer, WrittenSetting setting)
    {
        var list = schema.FindList(setting.Path);
        var section = schema.FindSection(setting.Path);
        // A colon is how the configuration library divides a key; taken from outside, it would change what is set.
        var match = setting.Path.Contains(':', StringComparison.Ordinal) ? null : schema.Find(setting.Path);
        switch (setting.Kind)
        {
            case WrittenKind.Section when section is not null:
                layer.Sections[section] = setting.Where;
                return true;
            case WrittenKind.List when list is not null:
                layer.Replaced.Add(KeySchema.Canonical(list.Base));
                return true;
            case WrittenKind.Nothing when section is not null || list is not null || match is { Key.IsList: false }:
                layer.Replaced.Add(match?.Canonical ?? KeySchema.Canonical(list?.Base ?? section!));
                return true;
            case WrittenKind.Plain when list is not null:
                TakeCommaSeparated(layer, list, setting);
                return true;
            case not (WrittenKind.Section or WrittenKind.List or WrittenKind.Nothing) when match is not null:
                TakeValue(layer, match, setting, setting.Value!);
                return true;
            default:
                problems.Add(match is null && list is null && section is null ? Unknown(setting) : Misshapen(setting, match?.Key ?? list, section));
                return false;
        }
    }

    private void TakeCommaSeparated(Layer layer, ConfigurationKey list, WrittenSetting setting)
    {
        var elements = setting.Value!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        layer.Replaced.Add(KeySchema.Canonical(list.Base));
        // A filter that names nothing would run everything.
        if (elements.Length == 0 && list.Base == "run.items")
            problems.Add(new() { Where = setting.Where, Key = list.Base, Problem = "no item is named", Expected = "items, separated by commas", Next = "name one, or leave it out to run everything" });
        for (var i = 0; i < elements.Length; i++)
            TakeValue(layer, schema.Find($"{list.Base}.{i}")!, setting, elements[i]);
    }

    private void TakeValue(Layer layer, KeyMatch match, WrittenSetting written, string value)
    {
        var setting = new Setting(match.Key, match.Path, match.Canonical, value, written.Where);
        if (match.Key.IsList) layer.Replaced.Add(KeySchema.Canonical(match.Key.Base));
        if (!layer.Settings.TryAdd(match.Canonical, setting))
        {
            problems.Add(new()
            {
                Where = written.Where,
                Key = match.Path,
                Problem = $"the key is set by {layer.Settings[match.Canonical].Where} already",
                Expected = "every key once in a layer; upper and lower case make no difference",
                Next = "remove one of the two",
            });
        }

        values.Check(setting, written.Kind);
    }

    private string[] Capabilities =>
        [.. schema.Names.Where(name => name.StartsWith($"{CapabilitySection}.", StringComparison.Ordinal)).Select(name => name.Split('.')[1]).Distinct()];

    private ConfigurationProblem Unknown(WrittenSetting setting)
    {
        // Nearness counts letters, of which two capabilities share many by the section's name alone.
        string[] capabilities = setting.Path.Split('.') is [CapabilitySection, var capability, ..] ? [.. Capabilities.Except([capability])] : [];
        var unknown = capabilities.Length == Capabilities.Length && capabilities.Length > 0;
        var near = unknown
            ? NearestName.Of(setting.Path.Split('.')[1], capabilities) is { } other ? $"{CapabilitySection}.{other}" : null
            : NearestName.Of(setting.Path, schema.Names);
        var isVariable = setting.Where.StartsWith(ConfigurationSources.VariablePrefix, StringComparison.OrdinalIgnoreCase);
        return new()
        {
            Where = setting.Where,
            Key = setting.Path,
            Problem = "no key has this name",
            Expected = unknown ? $"a capability of the profile: {string.Join(", ", capabilities)}" : "a key that 'readiness config' lists",
            Next = near is null ? "remove it" : $"write {(isVariable ? AsVariable(near) : near)}",
        };
    }

    private static ConfigurationProblem Misshapen(WrittenSetting setting, ConfigurationKey? key, string? section)
    {
        var expected = section is not null ? "an object with keys of its own"
            : key is { IsList: true } && !char.IsAsciiDigit(setting.Path[^1]) ? "a list of text"
            : key!.Expected;
        return new()
        {
            Where = setting.Where,
            Key = setting.Path,
            Problem = $"the value is {TypeCheck.Describe(setting.Kind)}",
            Expected = expected,
            Next = $"write {expected}",
        };
    }

    public static string AsVariable(string path) => ConfigurationSources.VariablePrefix + path.Replace(".", "__", StringComparison.Ordinal);
}
