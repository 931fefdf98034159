using System.Globalization;
using Readiness.Configuration;
using Readiness.Drivers.Attach;
using Readiness.Drivers.Launch;
using Readiness.Running.Profiles;

namespace Readiness.Running;

/// <summary>Fills the templates of a launch in with what this run minted and found free.</summary>
internal sealed class LaunchTemplates
{
    private readonly Dictionary<string, string> values;

    private LaunchTemplates(Dictionary<string, string> values) => this.values = values;

    /// <param name="others">What others add whom the harness plays as well; null for one that is not played.</param>
    public static LaunchTemplates Fill(HarnessConfiguration configuration, IProfileSession session, RunFolder folder, Uri sandbox, Uri? alerts, IEnumerable<IReadOnlyDictionary<string, string>?> others)
    {
        var port = configuration.Integration.Port == 0 ? FreePort.Find() : configuration.Integration.Port;
        var root = sandbox.ToString().TrimEnd('/');
        var values = new Dictionary<string, string>(session.Credentials)
        {
            ["sandbox.url"] = root,
            ["token.url"] = root + session.TokenPath,
            ["secrets.dir"] = folder.Secrets,
            ["state.dir"] = folder.State,
            ["integration.port"] = port.ToString(CultureInfo.InvariantCulture),
            ["run.dir"] = folder.Path,
            // Where nothing listens for alerts, the integration is told no address.
            ["alerts.url"] = alerts?.ToString() ?? "",
        };
        foreach (var (name, value) in others.OfType<IReadOnlyDictionary<string, string>>().SelectMany(pairs => pairs))
        {
            values[name] = value;
        }

        return new LaunchTemplates(values);
    }

    /// <summary>The same, with other credentials.</summary>
    public LaunchTemplates With(IReadOnlyDictionary<string, string> credentials)
    {
        var other = new Dictionary<string, string>(values);
        foreach (var (name, value) in credentials)
        {
            other[name] = value;
        }

        return new LaunchTemplates(other);
    }

    public LaunchPlan Plan(LaunchSettings launch) => new()
    {
        Command = launch.Command,
        Arguments = [.. launch.Args.Select(Expand)],
        WorkingDirectory = launch.WorkingDirectory,
        Environment = launch.Environment.ToDictionary(entry => entry.Key, entry => Expand(Resolve(entry.Value))),
        Ready = launch.Ready is { } ready ? Url(ready) : null,
        ReadyLimit = launch.ReadyTimeout,
    };

    public RestartPlan Plan(RestartCommandSettings restart, TimeSpan limit) => new()
    {
        Command = restart.Command,
        Arguments = [.. restart.Args.Select(Expand)],
        WorkingDirectory = restart.WorkingDirectory,
        Environment = restart.Environment.ToDictionary(entry => entry.Key, entry => Expand(Resolve(entry.Value))),
        Limit = limit,
    };

    public Uri Url(string text) => new(Expand(text));

    public static IReadOnlyDictionary<string, string> Headers(IReadOnlyDictionary<string, string> headers) =>
        headers.ToDictionary(entry => entry.Key, entry => Resolve(entry.Value));

    private string Expand(string text) => ConfigurationTemplates.Expand(text, values);

    private static string Resolve(string text) => SecretReference.Resolve(text, ConfigurationSources.ProcessVariables());
}
