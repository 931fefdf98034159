namespace Readiness.Configuration;

/// <summary>Variables that name a key with single underscores: they would set nothing, and nobody would notice.</summary>
internal sealed class MistakenVariables(IReadOnlyDictionary<string, string> variables, List<ConfigurationProblem> problems)
{
    private const string Start = "READINESS_";

    public void Check()
    {
        var keys = ConfigurationKeys.All.Where(key => !key.Path.Contains('<', StringComparison.Ordinal)).Select(key => key.Base).ToList();
        foreach (var name in variables.Keys.Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || name.StartsWith(ConfigurationSources.VariablePrefix, StringComparison.OrdinalIgnoreCase)) continue;

            var path = name[Start.Length..].Replace('_', '.');
            var meant = keys.FirstOrDefault(key => string.Equals(key, path, StringComparison.OrdinalIgnoreCase));
            if (meant is not null)
                problems.Add(new() { Where = name, Key = meant, Problem = "a single underscore sets nothing", Expected = "two underscores after READINESS and between the parts of a key", Next = $"call the variable {LayerCheck.AsVariable(meant)}" });
        }
    }
}
