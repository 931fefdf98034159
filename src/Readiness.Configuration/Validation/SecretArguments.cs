namespace Readiness.Configuration;

/// <summary>Secrets written out as an argument of their own: <c>--client-secret</c>, and in the next entry its value.</summary>
internal sealed class SecretArguments
{
    private readonly IReadOnlyList<Setting> found;

    public SecretArguments(EffectiveSettings settings)
    {
        var byPath = settings.All.Where(s => s.Key is { IsList: true, Templates: not null }).ToDictionary(s => s.Path);
        found =
        [
            .. byPath.Values.Where(s => IsSecretOption(s.Value))
                .Select(s => byPath.GetValueOrDefault(NextTo(s)))
                .OfType<Setting>()
                .Where(value => !value.Value.StartsWith('-') && SecretNames.IsLiteral(value.Value)),
        ];
    }

    public bool Include(Setting setting) => found.Contains(setting);

    public void Check(List<ConfigurationProblem> problems) => problems.AddRange(found.Select(s => new ConfigurationProblem
    {
        Where = s.Where, Key = s.Path, Problem = SecretNames.WrittenOut, Expected = SecretNames.Expected, Next = SecretNames.NextForArguments,
    }));

    private static bool IsSecretOption(string argument) =>
        argument.StartsWith('-') && !argument.Contains('=', StringComparison.Ordinal) && SecretNames.Matches(argument);

    private static string NextTo(Setting setting)
    {
        var index = int.Parse(setting.Path[(setting.Key.Base.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        return $"{setting.Key.Base}.{index + 1}";
    }
}
