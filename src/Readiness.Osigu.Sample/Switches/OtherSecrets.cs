using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The secrets with another way to get at some of them.</summary>
internal sealed class OtherSecrets(ISecrets inner) : ISecrets
{
    public string ClientId => inner.ClientId;

    public Func<string> Client { get; init; } = () => inner.ClientSecret;

    public Func<IReadOnlyList<string>> Webhook { get; init; } = () => inner.WebhookSecrets;

    public string ClientSecret => Client();

    public IReadOnlyList<string> WebhookSecrets => Webhook();
}
