using Readiness.Configuration;

namespace Readiness.Running.Profiles;

/// <summary>Reads the configuration for one of the known profiles; where nobody configured an integration, the bundled sample is certified.</summary>
public static class ConfigurationChoice
{
    private static readonly string[] IntegrationSections = ["integration", "driver", "webhook"];

    /// <param name="inputs">Everything but the profiles.</param>
    /// <param name="switches">Switches of the bundled sample; empty for the sample as it is.</param>
    /// <param name="driver">How the bundled sample is driven.</param>
    /// <param name="integrationMatters">False where only the sandbox's own keys are of interest, so that nobody has to configure an integration first.</param>
    public static ConfigurationResult Load(IReadOnlyList<IProviderProfile> profiles, ConfigurationInputs inputs, IReadOnlyList<string> switches, DriverKind driver = DriverKind.Http, bool integrationMatters = true)
    {
        var sample = !integrationMatters || IsSample(inputs);
        return ReadinessConfiguration.Load(new ConfigurationSources
        {
            Directory = inputs.Directory,
            Profiles = [.. profiles.Select(profile => sample ? profile.Vocabulary with { Defaults = profile.SampleConfiguration(switches, driver) } : profile.Vocabulary)],
            DefaultProfile = profiles.FirstOrDefault(profile => profile.IsDefault)?.Checklist.Profile,
            File = inputs.File,
            Environment = inputs.Environment,
            Variables = inputs.Variables,
            RunSettings = inputs.RunSettings,
            CommandLine = inputs.CommandLine,
            OptionNames = inputs.OptionNames,
        });
    }

    /// <summary>True where nothing says which integration is meant.</summary>
    public static bool IsSample(ConfigurationInputs inputs) =>
        inputs.File is null
        && !File.Exists(Path.Combine(inputs.Directory, ConfigurationSources.DefaultFile))
        && !inputs.CommandLine.Keys.Concat(inputs.RunSettings.Keys).Any(key => IntegrationSections.Contains(key.Split('.')[0]))
        && !inputs.Variables.Keys.Any(name => IntegrationSections.Any(section => name.StartsWith(ConfigurationSources.VariablePrefix + section, StringComparison.OrdinalIgnoreCase)));
}
