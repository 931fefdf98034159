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
    private readonly SandboxTrust? trust;

    private LaunchTemplates(Dictionary<string, string> values, SandboxTrust? trust) => (this.values, this.trust) = (values, trust);

    /// <param name="trust">Null where the sandbox speaks http.</param>
    /// <param name="others">What others add whom the harness plays as well; null for one that is not played.</param>
    public static LaunchTemplates Fill(
        HarnessConfiguration configuration, IProfileSession session, RunFolder folder, Uri sandbox, SandboxTrust? trust, Uri? alerts, IEnumerable<IReadOnlyDictionary<string, string>?> others)
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
        foreach (var (name, value) in others.Append(trust?.Templates).OfType<IReadOnlyDictionary<string, string>>().SelectMany(pairs => pairs))
        {
            values[name] = value;
        }

        return new LaunchTemplates(values, trust);
    }

    /// <summary>The same, with other credentials.</summary>
    public LaunchTemplates With(IReadOnlyDictionary<string, string> credentials)
    {
        var other = new Dictionary<string, string>(values);
        foreach (var (name, value) in credentials)
        {
            other[name] = value;
        }

        return new LaunchTemplates(other, trust);
    }

    public LaunchPlan Plan(LaunchSettings launch) => new()
    {
        Command = launch.Command,
        Arguments = [.. launch.Args.Select(Expand)],
        WorkingDirectory = launch.WorkingDirectory,
        Environment = Environment(launch.Environment),
        Ready = launch.Ready is { } ready ? Url(ready) : null,
        ReadyLimit = launch.ReadyTimeout,
    };

    public RestartPlan Plan(RestartCommandSettings restart, TimeSpan limit) => new()
    {
        Command = restart.Command,
        Arguments = [.. restart.Args.Select(Expand)],
        WorkingDirectory = restart.WorkingDirectory,
        Environment = Environment(restart.Environment),
        Limit = limit,
    };

    public Uri Url(string text) => new(Expand(text));

    public static IReadOnlyDictionary<string, string> Headers(IReadOnlyDictionary<string, string> headers) =>
        headers.ToDictionary(entry => entry.Key, entry => Resolve(entry.Value));

    private Dictionary<string, string> Environment(IReadOnlyDictionary<string, string> declared)
    {
        var inherited = ConfigurationSources.ProcessVariables();
        var added = (trust?.Environment ?? new Dictionary<string, string>()).Where(entry => !declared.ContainsKey(entry.Key) && !inherited.ContainsKey(entry.Key));

        // Without an authority there is no file to name, and an empty name would be worse than none.
        var told = declared.Where(entry => trust is not null || !ConfigurationTemplates.IsOfAuthorityAlone(entry.Value));
        return told.Select(entry => KeyValuePair.Create(entry.Key, Expand(Resolve(entry.Value)))).Concat(added).ToDictionary();
    }

    private string Expand(string text) => ConfigurationTemplates.Expand(text, values);

    private static string Resolve(string text) => SecretReference.Resolve(text, ConfigurationSources.ProcessVariables());
}
