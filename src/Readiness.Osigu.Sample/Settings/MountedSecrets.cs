namespace Readiness.Osigu.Sample.Settings;

/// <summary>The secrets that the clinic shares with the provider.</summary>
internal interface ISecrets
{
    string ClientId { get; }

    string ClientSecret { get; }

    /// <summary>Every active webhook secret: two of them while the provider rotates.</summary>
    IReadOnlyList<string> WebhookSecrets { get; }
}

/// <summary>Secrets from files that a secrets manager mounts. They are in no code, no setting and no log.</summary>
/// <remarks>
/// Read at each use, so that a rotated secret works without a restart. <c>webhook_secret</c> may hold several lines:
/// the old secret stays valid until its line is taken out.
/// </remarks>
/// <exception cref="SettingsException">A file is missing or empty. The message names the file, never its content.</exception>
internal sealed class MountedSecrets(ClinicSettings settings) : ISecrets
{
    public string ClientId => Lines("client_id")[0];

    public string ClientSecret => Lines("client_secret")[0];

    public IReadOnlyList<string> WebhookSecrets => Lines("webhook_secret");

    private string[] Lines(string name)
    {
        var path = Path.Combine(settings.SecretsDirectory, name);
        if (!File.Exists(path))
        {
            throw new SettingsException($"The secret file {path} does not exist. Mount it, or correct SECRETS_DIR.");
        }

        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).ToArray();
        return lines.Length > 0 ? lines : throw new SettingsException($"The secret file {path} is empty.");
    }
}
