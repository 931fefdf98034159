using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Readiness.Configuration;

/// <summary>The file with authorities that are trusted at the receiver: it must be there and hold certificates. Where a template stands in its path it is read when the integration runs.</summary>
internal sealed class WebhookAuthorities(EffectiveSettings settings, string folder, List<ConfigurationProblem> problems)
{
    public const string Key = "webhook.ca";

    public void Check()
    {
        if (settings.Text(Key) is not { } name || ConfigurationTemplates.UsedIn(name).Count > 0)
        {
            return;
        }

        var path = SecretRoots.Full(name, folder);
        try
        {
            X509Certificate2Collection certificates = [];
            certificates.ImportFromPemFile(path);
            if (certificates.Count == 0)
            {
                Report($"{path} holds no certificate");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            Report(fault is FileNotFoundException or DirectoryNotFoundException ? $"there is no file {path}" : $"{path} cannot be read: {fault.Message}");
        }
    }

    private void Report(string problem) => problems.Add(new()
    {
        Where = settings.Where(Key),
        Key = Key,
        Problem = problem,
        Expected = "a PEM file with the certificates of the authorities that are trusted at the receiver; its path starts from the folder of the configuration file",
        Next = "correct the path, or write the certificates there as PEM (BEGIN CERTIFICATE)",
    });
}
