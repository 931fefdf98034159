using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Believes every webhook secret that it was ever given.</summary>
internal sealed class RetiredWebhookSecretsKept : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISecrets>((secrets, _) =>
    {
        var known = new HashSet<string>(secrets.WebhookSecrets, StringComparer.Ordinal);
        var gate = new Lock();
        return new OtherSecrets(secrets)
        {
            Webhook = () =>
            {
                lock (gate)
                {
                    known.UnionWith(secrets.WebhookSecrets);
                    return [.. known];
                }
            },
        };
    });
}
