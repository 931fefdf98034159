namespace Readiness.Osigu.Sample.Settings.Stores;

/// <summary>A secrets manager, as the clinic needs it.</summary>
internal interface ISecretStore
{
    /// <summary>The current version of the clinic's secret: <c>client_id</c>, <c>client_secret</c> and <c>webhook_secret</c>.</summary>
    /// <exception cref="SettingsException">The manager refused; the message says what it answered, never a value.</exception>
    IReadOnlyDictionary<string, string> Read();
}
