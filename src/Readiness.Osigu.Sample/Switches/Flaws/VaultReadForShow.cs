using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Settings.Stores;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads from Vault, and goes on with the values that it was deployed with.</summary>
internal sealed class VaultReadForShow : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.ReadSecretsFrom<VaultStore>(FromManager.FiveMinutes);
        services.ReadAgainAfterARefusal();
        services.Replace(ServiceDescriptor.Singleton<ISecrets>(all =>
            new Deployed(new MountedSecrets(all.GetRequiredService<ClinicSettings>()), all.GetRequiredService<ManagedSecrets>())));
    }

    private sealed class Deployed(MountedSecrets used, ManagedSecrets shown) : ISecrets
    {
        public string ClientId => shown.ClientId;

        public string ClientSecret => used.ClientSecret;

        public IReadOnlyList<string> WebhookSecrets => used.WebhookSecrets;
    }
}
