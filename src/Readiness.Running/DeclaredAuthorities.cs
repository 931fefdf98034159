using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Readiness.Configuration;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>The authorities of <c>webhook.ca</c>.</summary>
public static class DeclaredAuthorities
{
    /// <param name="state">What stands for <c>{state.dir}</c>: an integration may make its authority when it starts.</param>
    /// <exception cref="EnvironmentFaultException">The file cannot be read, or holds no certificate.</exception>
    public static IReadOnlyList<X509Certificate2> Read(WebhookSettings webhook, string state)
    {
        if (webhook.AuthorityFile is not { } written)
        {
            return [];
        }

        const string Step = "the authorities of webhook.ca";
        var path = ConfigurationTemplates.Expand(written, new Dictionary<string, string> { ["state.dir"] = state });
        try
        {
            X509Certificate2Collection certificates = [];
            certificates.ImportFromPemFile(path);
            return certificates.Count > 0
                ? [.. certificates]
                : throw new EnvironmentFaultException(Step, $"{path} holds no certificate", "write the certificates there as PEM (BEGIN CERTIFICATE)", ExitCode.Usage);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new EnvironmentFaultException(Step, $"{path} cannot be read: {fault.Message}", "correct webhook.ca, or let the integration write the file before it is ready", ExitCode.Usage);
        }
    }
}
