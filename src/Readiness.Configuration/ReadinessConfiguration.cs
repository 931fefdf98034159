using Readiness.Configuration.Mapping;

namespace Readiness.Configuration;

/// <summary>
/// Reads the configuration in layers, each over the one before: the profile's defaults, <c>readiness.json</c>,
/// <c>readiness.&lt;environment&gt;.json</c>, variables <c>READINESS__section__key</c>, <c>.runsettings</c>, command line.
/// </summary>
public static class ReadinessConfiguration
{
    /// <summary>Reads, checks and types everything. Bad input never throws: every problem is in the result, at once.</summary>
    public static ConfigurationResult Load(ConfigurationSources sources)
    {
        List<ConfigurationProblem> problems = [];
        IReadOnlyList<WrittenLayer> written =
        [
            .. new FileLayers(sources, problems).Read(),
            PlainLayers.OfVariables(sources.Variables),
            PlainLayers.OfRunSettings(sources.RunSettings),
            PlainLayers.OfCommandLine(sources),
        ];
        var complete = written.All(layer => layer.Complete);
        var profile = new ProfileChoice(sources, problems).Choose(written, complete);
        new MistakenVariables(sources.Variables, problems).Check();

        var hosts = ProviderHosts.Of(sources.Profiles);
        var check = new LayerCheck(new(profile), new(profile, hosts, new(written), sources.Variables, problems), problems);
        var settings = new EffectiveSettings(
        [
            .. new[] { PlainLayers.OfKeys() }
                .Concat(profile is null ? [] : [PlainLayers.Of(profile)])
                .Concat(written)
                .Select(check.Check),
        ]);

        new Contradictions(settings, profile, problems).Check(complete);
        var policy = profile is null ? null : new PolicyFile(settings, profile, sources.FileFolder, problems).Read();
        if (profile is not null)
        {
            new CredentialCheck(settings, profile, sources.Variables, sources.FileFolder, problems).Check(complete);
            new Declarations(settings, profile, policy, new(settings, policy, sources.Time, problems), new(settings, sources.FileFolder, problems), problems).Check();
        }

        var mapping = profile is null ? null : new MappingFile(settings, profile, hosts, sources.FileFolder, problems).Read();
        new SecretRoots(settings, sources.FileFolder, problems).Check();
        new WebhookAuthorities(settings, sources.FileFolder, problems).Check();
        new MappingFolder(settings, hosts, sources.FileFolder, problems).Check();
        new ArtefactPath(settings, sources.FileFolder, problems).Check();
        CheckReports(settings, sources.Directory, problems);

        var arguments = new SecretArguments(settings);
        arguments.Check(problems);
        IReadOnlyList<EffectiveValue> values =
            [.. settings.All.Select(s => new EffectiveValue { Key = s.Path, Value = arguments.Include(s) ? "***" : SecretNames.Masked(s), Source = s.Where })];
        return problems.Count == 0
            ? new ConfigurationResult.Loaded(new ConfigurationTyping(settings, profile!, hosts, sources.Directory, sources.FileFolder, policy, mapping).Read(), values)
            : new ConfigurationResult.Refused(ProblemOrder.Of(problems), values);
    }

    private static void CheckReports(EffectiveSettings settings, string directory, List<ConfigurationProblem> problems)
    {
        const string key = "reports.directory";
        if (settings.Text(key) is not { } folder || string.IsNullOrWhiteSpace(folder)) return;
        if (ReportsFolder.Fault(Path.Combine(directory, folder)) is { } fault)
            problems.Add(new() { Where = settings.IsGiven(key) ? settings.Where(key) : EffectiveSettings.DefaultSource, Key = key, Problem = $"reports cannot be written: {fault}", Expected = "a folder that exists or can be created, and that this user may write to", Next = "correct its permissions, or name another folder" });
    }
}
