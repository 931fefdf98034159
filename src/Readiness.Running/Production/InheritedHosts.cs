using Readiness.Configuration;
using Readiness.Running.Doctoring;
using Readiness.Running.Progress;

namespace Readiness.Running.Production;

/// <summary>Looks for production hosts in the environment that a launched integration inherits. What it is given by the configuration was looked at when that was read.</summary>
internal static class InheritedHosts
{
    /// <exception cref="EnvironmentFaultException">A variable names one, and nobody said why that does no harm. Its value is not told: it may hold more than an address.</exception>
    public static void Refuse(HarnessConfiguration configuration, IRunProgress progress)
    {
        LaunchSettings? launch = configuration.Integration.Launch;
        if (launch is null)
        {
            progress.Checked(DoctorSteps.Production, "in the configuration; the environment of an integration that already runs cannot be seen");
            return;
        }

        var inherited = ConfigurationSources.ProcessVariables().Where(entry => !launch.Environment.ContainsKey(entry.Key)).ToArray();
        string[] found =
        [
            .. inherited
                .Where(entry => !configuration.Integration.Harmless.Keys.Contains(entry.Key, StringComparer.OrdinalIgnoreCase))
                .Select(entry => (entry.Key, Host: HostNames.NamedIn(entry.Value, configuration.Hosts.Production)))
                .Where(entry => entry.Host is not null)
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => $"{entry.Key}, which names the production host {entry.Host}"),
        ];
        if (found.Length > 0)
        {
            throw ConfigurationFaults.ProductionVariable.Seen(("variables", string.Join("; ", found)));
        }

        progress.Checked(DoctorSteps.Production, $"{(configuration.Hosts.Production.Count == 0 ? "no provider has one" : string.Join(", ", configuration.Hosts.Production))}, in none of {inherited.Length + launch.Environment.Count} variables");
    }
}
