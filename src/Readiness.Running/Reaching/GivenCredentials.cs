using Readiness.Configuration;
using Readiness.Drivers.Attach;

namespace Readiness.Running.Reaching;

/// <summary>The credentials that a running integration already has, read where the configuration says that they are.</summary>
public static class GivenCredentials
{
    /// <summary>Puts back what a killed run left changed in the files.</summary>
    /// <param name="told">Told of each file that was put back.</param>
    /// <exception cref="EnvironmentFaultException">One cannot be put back.</exception>
    public static void PutBackLeftovers(IntegrationSettings integration, Action<string> told)
    {
        foreach (var file in integration.Credentials.Values.Select(reference => reference.File).OfType<string>())
        {
            try
            {
                if (CredentialFile.PutBackLeftover(file))
                {
                    told(file);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw Fault($"what a killed run left in {file} cannot be put back: {fault.Message}", "write into it by hand what the copy beside it holds, and remove the copy");
            }
        }
    }

    /// <summary>Reads them by template.</summary>
    /// <exception cref="EnvironmentFaultException">One cannot be read any more.</exception>
    public static IReadOnlyDictionary<string, string> Read(IntegrationSettings integration)
    {
        var variables = ConfigurationSources.ProcessVariables();
        Dictionary<string, string> credentials = [];
        foreach (var (name, reference) in integration.Credentials)
        {
            try
            {
                credentials[name] = reference.Read(variables);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw Fault($"{name} cannot be read from {reference}: {fault.Message}", "correct the path or its permissions");
            }
        }

        return credentials;
    }

    private static EnvironmentFaultException Fault(string message, string remedy) => new("the integration's credentials", message, remedy, Verdicts.ExitCode.Usage);
}
